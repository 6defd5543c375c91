using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoreData;

/// <summary>The answers to what cannot be done. Each has a <c>code</c> that programs can go by.</summary>
internal static class Problems
{
    /// <summary>Nobody is recognised.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Unauthenticated() => Make(401, "unauthenticated", "Log in first, and send the access token as 'Authorization: Bearer …'.");

    /// <summary>The user may not do this.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Forbidden() => Make(403, "forbidden", "Your roles do not allow this.");

    /// <summary>A login failed, whatever was wrong with it.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult CredentialsRefused() => Make(401, "credentials_refused", "There is no user with this address and password who may log in.");

    /// <summary>A refresh token is not good any more.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult RefreshRefused() => Make(401, "refresh_refused", "The refresh token is not good any more; log in again.");

    /// <summary>A token from a message is not good any more.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult TokenRefused() => Make(400, "token_refused", "The token has been used, has expired, or is for something else; ask for another message.");

    /// <summary>Somebody else has the address.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult EmailTaken() => Make(409, "email_taken", "There is a user with this address already.");

    /// <summary>Nobody would be left to give roles.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult LastAdmin() => Make(409, "last_admin", "Nobody else is an admin who may log in; make somebody one first.");

    /// <summary>There is no such user.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult NoSuchUser() => Make(404, "no_such_user", "There is no such user.");

    /// <summary>There is no such role.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult NoSuchRole() => Make(404, "no_such_role", "There is no such role.");

    /// <summary>Too many messages wait to be sent.</summary>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Busy() => Make(503, "busy", "Too many messages wait to be sent; try again in a minute.");

    private static ProblemHttpResult Make(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: [new("code", code)]);
}
