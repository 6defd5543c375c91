using Microsoft.AspNetCore.Identity;

namespace CoreData;

/// <summary>Passwords against their hashes, with the framework's hasher.</summary>
/// <param name="hasher">The hasher; its options say how much work a hash is.</param>
public sealed class PasswordCheck(IPasswordHasher<User> hasher)
{
    // The hasher is told whose password it is, and makes nothing of it.
    private static readonly User Anybody = new(default, "", "", PassHash: null, DisabledAt: null, default, default);

    private readonly string _nobodys = hasher.HashPassword(Anybody, TokenSecret.Create().Reveal());

    /// <summary>Hashes a password, which takes long and is done outside of transactions.</summary>
    /// <param name="password">The password.</param>
    /// <returns>What is kept of it.</returns>
    public string Hash(string password) => hasher.HashPassword(Anybody, password);

    /// <summary>Looks whether a password is a user's. The work is the same where there is no user, or one who may not log in.</summary>
    /// <param name="user">The user; null where there is none.</param>
    /// <param name="password">What was sent.</param>
    /// <returns>The hash that is to be kept from now on; null where the password is not the user's.</returns>
    public string? Verify(User? user, string password)
    {
        var hash = user is { PassHash: { } known, DisabledAt: null } ? known : null;
        var result = hasher.VerifyHashedPassword(Anybody, hash ?? _nobodys, password);
        return result switch
        {
            _ when hash is null => null,
            PasswordVerificationResult.Success => hash,
            PasswordVerificationResult.SuccessRehashNeeded => Hash(password),
            _ => null,
        };
    }
}
