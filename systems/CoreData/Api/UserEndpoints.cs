using System.Security.Claims;
using Dowel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>Registering, and what admins see of users and do to them.</summary>
internal static class UserEndpoints
{
    /// <summary>Makes the addresses known.</summary>
    /// <param name="users">Where they are.</param>
    public static void Map(RouteGroupBuilder users)
    {
        users.MapPost("", RegisterAsync).Called("CoreRegister", "Registers a user; the first one becomes an admin.").ForAnybody()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        users.MapGet("", ListAsync).Called("CoreListUsers", "Lists users, in the order in which they registered.").ForAdmins().ProducesValidationProblem();
        users.MapGet("/{id:long}", FindAsync).Called("CoreGetUser", "Shows a user.").ForAdmins().ProducesProblem(StatusCodes.Status404NotFound);
        users.MapPost("/{id:long}/disable", DisableAsync).Called("CoreDisableUser", "Locks a user out.").ForAdmins()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        users.MapPost("/{id:long}/enable", EnableAsync).Called("CoreEnableUser", "Lets a user in again.").ForAdmins()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Answers an admin.</summary>
    /// <param name="outcome">What became of the wish.</param>
    /// <returns>The answer.</returns>
    public static Results<NoContent, ProblemHttpResult> Answer(AdminOutcome outcome) => outcome switch
    {
        AdminOutcome.Done => TypedResults.NoContent(),
        AdminOutcome.NoSuchUser => Problems.NoSuchUser(),
        AdminOutcome.NoSuchRole => Problems.NoSuchRole(),
        AdminOutcome.LastAdmin => Problems.LastAdmin(),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    private static async Task<Results<Created<UserResponse>, ProblemHttpResult>> RegisterAsync(
        RegisterRequest request, PasswordCheck passwords, Registration registration, UserDirectory directory, WaitingMessages messages, CancellationToken cancellationToken)
    {
        var passHash = passwords.Hash(request.Password);
        if (await registration.RegisterAsync(new(request.Email, request.DisplayName, passHash), cancellationToken).ConfigureAwait(false) is not { } user)
        {
            return Problems.EmailTaken();
        }

        // Where the line is full, the user asks for the message later.
        messages.TryAdd(new(TokenPurpose.EmailVerification, user.Email));
        var details = await directory.FindAsync(user.UserId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Created($"{CoreDataEndpoints.Prefix}/users/{user.UserId.Value}", UserResponse.Of(details ?? new(user, IsEmailVerified: false, [])));
    }

    private static async Task<Results<Ok<PageResponse<UserResponse>>, ValidationProblem>> ListAsync(
        [AsParameters] UserQuery query, UserDirectory directory, CancellationToken cancellationToken)
    {
        try
        {
            var page = await directory.SearchAsync(query.Q, query.ToPage(), cancellationToken).ConfigureAwait(false);
            return TypedResults.Ok(PageResponse<UserResponse>.Of(page, UserResponse.Of));
        }
        catch (InvalidCursorException)
        {
            return InputFilter.RefusePlace();
        }
    }

    private static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> FindAsync(long id, UserDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindAsync(new(id), cancellationToken).ConfigureAwait(false) is { } user ? TypedResults.Ok(UserResponse.Of(user)) : Problems.NoSuchUser();

    private static async Task<Results<NoContent, ProblemHttpResult>> DisableAsync(
        long id, ClaimsPrincipal user, Administration administration, CancellationToken cancellationToken) =>
        Answer(await administration.DisableAsync(CoreDataTokens.CallerOf(user).UserId, new(id), cancellationToken).ConfigureAwait(false));

    private static async Task<Results<NoContent, ProblemHttpResult>> EnableAsync(
        long id, ClaimsPrincipal user, Administration administration, CancellationToken cancellationToken) =>
        Answer(await administration.EnableAsync(CoreDataTokens.CallerOf(user).UserId, new(id), cancellationToken).ConfigureAwait(false));
}
