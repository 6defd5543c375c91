using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoreData;

/// <summary>Ways to a new password. Each closes logins, since somebody else may know the old one.</summary>
/// <param name="database">The database.</param>
/// <param name="passwords">Passwords.</param>
/// <param name="clock">The time.</param>
public sealed class PasswordChanges(
    [FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database, PasswordCheck passwords, TimeProvider clock)
{
    /// <summary>Changes the password of a user who is logged in; other logins are closed.</summary>
    /// <param name="who">The user.</param>
    /// <param name="current">The password until now.</param>
    /// <param name="next">The password from now on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where <paramref name="current"/> is not the user's password.</returns>
    public async Task<bool> ChangeAsync(Caller who, string current, string next, CancellationToken cancellationToken = default)
    {
        var user = await new UserRepository(database).FindAsync(who.UserId, cancellationToken).ConfigureAwait(false);
        if (passwords.Verify(user, current) is null)
        {
            return false;
        }

        var passHash = passwords.Hash(next);
        return await database.TransactAsync(
            async (transaction, token) =>
            {
                var users = new UserRepository(transaction);
                var now = clock.GetUtcNow();
                var isChanged = await users.ReplacePassHashAsync(who.UserId, user!.PassHash!, passHash, token).ConfigureAwait(false)
                    && await users.SetPassHashAsync(who.UserId, passHash, now, token).ConfigureAwait(false);
                if (isChanged)
                {
                    await CloseAsync(transaction, who.UserId, who.SessionId, now, token).ConfigureAwait(false);
                    await new AuditRepository(transaction).TellAsync(who.UserId, AuditActions.PasswordChanged, who.UserId, now, token).ConfigureAwait(false);
                }

                return isChanged;
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a user who was sent a token a new password; all logins are closed.</summary>
    /// <param name="secret">The token.</param>
    /// <param name="next">The password from now on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the token is not good any more.</returns>
    public async Task<bool> ResetAsync(TokenSecret secret, string next, CancellationToken cancellationToken = default)
    {
        // Nobody makes the service hash by sending anything.
        if (!await new TokenRepository(database).IsGoodAsync(secret.Hash, TokenPurpose.PasswordReset, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var passHash = passwords.Hash(next);
        return await database.TransactAsync(
            async (transaction, token) =>
            {
                var now = clock.GetUtcNow();
                var used = await new TokenRepository(transaction).UseAsync(secret.Hash, TokenPurpose.PasswordReset, now, token).ConfigureAwait(false);
                if (used is null
                    || !secret.Matches(used.TokenHash)
                    || !await new UserRepository(transaction).SetPassHashAsync(used.UserId, passHash, now, token).ConfigureAwait(false))
                {
                    return false;
                }

                await CloseAsync(transaction, used.UserId, except: null, now, token).ConfigureAwait(false);
                await new AuditRepository(transaction).TellAsync(used.UserId, AuditActions.PasswordReset, used.UserId, now, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static async Task CloseAsync(Transaction transaction, UserId userId, SessionId? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await new SessionRepository(transaction).RevokeAllAsync(userId, except, now, cancellationToken).ConfigureAwait(false);
        await new TokenRepository(transaction).DiscardAsync(userId, TokenPurpose.PasswordReset, cancellationToken).ConfigureAwait(false);
    }
}
