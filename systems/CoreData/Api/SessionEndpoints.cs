using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>Logging in and out.</summary>
internal static class SessionEndpoints
{
    /// <summary>Makes the addresses known.</summary>
    /// <param name="sessions">Where they are.</param>
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions.MapPost("", LogInAsync).Called("CoreLogIn", "Logs in with address and password.").ForAnybody()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized);
        sessions.MapPost("/refresh", RefreshAsync).Called("CoreRefresh", "Exchanges a refresh token for new tokens; one that comes again closes its login.").ForAnybody()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized);
        sessions.MapDelete("/current", LogOutAsync).Called("CoreLogOut", "Logs out.").ForUsers();
        sessions.MapDelete("", LogOutEverywhereAsync).Called("CoreLogOutEverywhere", "Closes all logins of the user.").ForUsers();
    }

    private static async Task<Results<Ok<TokensResponse>, ProblemHttpResult>> LogInAsync(
        LoginRequest request, Logins logins, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await logins.OpenAsync(request.Email, request.Password, cancellationToken).ConfigureAwait(false), response, Problems.CredentialsRefused);

    private static async Task<Results<Ok<TokensResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, Logins logins, HttpResponse response, CancellationToken cancellationToken)
    {
        var pair = TokenSecret.TryParse(request.RefreshToken, out var secret) ? await logins.RefreshAsync(secret, cancellationToken).ConfigureAwait(false) : null;
        return Answer(pair, response, Problems.RefreshRefused);
    }

    private static async Task<NoContent> LogOutAsync(ClaimsPrincipal user, Logins logins, CancellationToken cancellationToken)
    {
        await logins.CloseAsync(CoreDataTokens.CallerOf(user), cancellationToken).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LogOutEverywhereAsync(ClaimsPrincipal user, Logins logins, CancellationToken cancellationToken)
    {
        await logins.CloseAllAsync(CoreDataTokens.CallerOf(user).UserId, cancellationToken).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static Results<Ok<TokensResponse>, ProblemHttpResult> Answer(TokenPair? pair, HttpResponse response, Func<ProblemHttpResult> refusal)
    {
        if (pair is not null)
        {
            return TypedResults.Ok(TokensResponse.Of(pair));
        }

        response.Headers.WWWAuthenticate = CoreDataTokens.Scheme; // A 401 has one (RFC 9110, 15.5.2).
        return refusal();
    }
}
