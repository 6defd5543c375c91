using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>Tokens by message: asked for, and sent back.</summary>
internal static class MessageEndpoints
{
    /// <summary>Makes the addresses known.</summary>
    /// <param name="core">Where they are.</param>
    public static void Map(RouteGroupBuilder core)
    {
        core.MapPost("/password-resets", RequestReset)
            .Called("CoreRequestPasswordReset", "Sends a token for a new password, if the address is somebody's; the answer does not tell.").ForAnybody()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        core.MapPost("/password-resets/complete", ResetAsync).Called("CoreResetPassword", "Sets a new password by a token; all logins are closed.").ForAnybody()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        core.MapPost("/email-verifications", RequestVerification).Called("CoreRequestEmailVerification", "Sends a token to the user's address.")
            .ForUsers().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        core.MapPost("/email-verifications/complete", VerifyAsync).Called("CoreVerifyEmail", "Shows by a token that the address is read.").ForAnybody()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Results<Accepted, ProblemHttpResult> RequestReset(PasswordResetRequest request, WaitingMessages messages, HttpResponse response) =>
        Answer(messages.TryAdd(new(TokenPurpose.PasswordReset, request.Email)), response);

    private static Results<Accepted, ProblemHttpResult> RequestVerification(ClaimsPrincipal user, WaitingMessages messages, HttpResponse response) =>
        Answer(messages.TryAdd(new(TokenPurpose.EmailVerification, user.FindFirstValue(ClaimTypes.Email)!)), response);

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        NewPasswordRequest request, PasswordChanges changes, CancellationToken cancellationToken) =>
        TokenSecret.TryParse(request.Token, out var secret) && await changes.ResetAsync(secret, request.NewPassword, cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Problems.TokenRefused();

    private static async Task<Results<NoContent, ProblemHttpResult>> VerifyAsync(
        EmailVerificationRequest request, MessageTokens tokens, CancellationToken cancellationToken) =>
        TokenSecret.TryParse(request.Token, out var secret) && await tokens.VerifyEmailAsync(secret, cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Problems.TokenRefused();

    private static Results<Accepted, ProblemHttpResult> Answer(bool isInLine, HttpResponse response)
    {
        if (isInLine)
        {
            return TypedResults.Accepted((string?)null);
        }

        response.Headers.RetryAfter = "60";
        return Problems.Busy();
    }
}
