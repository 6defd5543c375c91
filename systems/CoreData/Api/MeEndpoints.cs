using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>What users see of themselves and change.</summary>
internal static class MeEndpoints
{
    /// <summary>Makes the addresses known.</summary>
    /// <param name="me">Where they are.</param>
    public static void Map(RouteGroupBuilder me)
    {
        me.MapGet("", FindAsync).Called("CoreGetMe", "Shows who is logged in.").ForUsers();
        me.MapPut("/password", ChangePasswordAsync).Called("CoreChangePassword", "Changes the password; all other logins are closed.").ForUsers();
    }

    private static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> FindAsync(
        ClaimsPrincipal user, UserDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindAsync(CoreDataTokens.CallerOf(user).UserId, cancellationToken).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(UserResponse.Of(found))
            : Problems.Unauthenticated();

    private static async Task<Results<NoContent, ValidationProblem>> ChangePasswordAsync(
        PasswordChangeRequest request, ClaimsPrincipal user, PasswordChanges changes, CancellationToken cancellationToken) =>
        await changes.ChangeAsync(CoreDataTokens.CallerOf(user), request.CurrentPassword, request.NewPassword, cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : InputFilter.Refuse("currentPassword", "This is not the password.");
}
