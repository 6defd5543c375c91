using System.Globalization;
using System.Security.Claims;

namespace CoreData;

/// <summary>What an access token makes of a request.</summary>
public static class CoreDataTokens
{
    /// <summary>The scheme of authentication.</summary>
    public const string Scheme = "Bearer";

    /// <summary>The claim that names the login, a number.</summary>
    public const string SessionClaim = "core_data_session";

    /// <summary>Finds who sends a request.</summary>
    /// <param name="principal">The request's user.</param>
    /// <returns>The user and the login.</returns>
    /// <exception cref="InvalidOperationException">The user was not recognised by an access token.</exception>
    public static Caller CallerOf(ClaimsPrincipal principal) => new(new(Number(principal, ClaimTypes.NameIdentifier)), new(Number(principal, SessionClaim)));

    /// <summary>Writes down who sends a request.</summary>
    /// <param name="identity">Who.</param>
    /// <returns>The user's number, name, address and roles, and the login, as claims.</returns>
    internal static ClaimsPrincipal PrincipalOf(Identity identity) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Text(identity.UserId.Value), ClaimValueTypes.Integer64),
            new(ClaimTypes.Name, identity.DisplayName),
            new(ClaimTypes.Email, identity.Email),
            new(SessionClaim, Text(identity.SessionId.Value), ClaimValueTypes.Integer64),
            .. identity.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        Scheme));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"The request's user has no claim {claim}; ask for the scheme '{Scheme}'.");
}
