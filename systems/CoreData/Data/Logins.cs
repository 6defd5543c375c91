using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Logins and their tokens: opened, refreshed, recognised, closed.</summary>
/// <param name="database">The database.</param>
/// <param name="passwords">Passwords.</param>
/// <param name="clock">The time.</param>
/// <param name="options">How long tokens last.</param>
public sealed class Logins(
    [FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database, PasswordCheck passwords, TimeProvider clock, IOptions<CoreDataOptions> options)
{
    /// <summary>Opens a login.</summary>
    /// <param name="email">The user's address, in any capitals.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Its tokens; null where address and password are not those of a user who may log in, whichever of them is wrong.</returns>
    public async Task<TokenPair?> OpenAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        var user = await new UserRepository(database).FindByEmailAsync(EmailText.Normalize(email), cancellationToken).ConfigureAwait(false);
        if (passwords.Verify(user, password) is not { } passHash)
        {
            return null;
        }

        return await database.TransactAsync(
            async (transaction, token) =>
            {
                // Makes whoever changes the password or locks the user out wait, and close this login too; or be seen here.
                var users = new UserRepository(transaction);
                return await users.ReplacePassHashAsync(user!.UserId, user.PassHash!, passHash, token).ConfigureAwait(false)
                    ? await OpenAsync(transaction, user.UserId, token).ConfigureAwait(false)
                    : null;
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Exchanges a refresh token for a new pair. One that comes a second time has been stolen, and closes its login.</summary>
    /// <param name="refresh">The token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>New tokens; null where the token is not good any more.</returns>
    public Task<TokenPair?> RefreshAsync(TokenSecret refresh, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            var used = await new TokenRepository(transaction).UseAsync(refresh.Hash, TokenPurpose.Refresh, now, token).ConfigureAwait(false);
            if (used is null || !refresh.Matches(used.TokenHash))
            {
                await CloseReusedAsync(transaction, refresh, now, token).ConfigureAwait(false);
                return null;
            }

            var session = await new SessionRepository(transaction).FindOfTokenAsync(used.TokenId, token).ConfigureAwait(false);
            return session is { RevokedAt: null }
                ? await IssueAsync(transaction, used.UserId, session.SessionId, now, token).ConfigureAwait(false)
                : null;
        },
        cancellationToken: cancellationToken);

    /// <summary>Finds out who sends an access token.</summary>
    /// <param name="access">The token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; null where the token, its login or its user is not good any more.</returns>
    public async ValueTask<Identity?> IdentifyAsync(TokenSecret access, CancellationToken cancellationToken = default)
    {
        var rows = await new TokenRepository(database).IdentifyAsync(access.Hash, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return rows is [var row, ..] && access.Matches(row.TokenHash)
            ? new(row.UserId, row.SessionId, row.Email, row.DisplayName, [.. rows.Select(other => other.Role).OfType<string>()])
            : null;
    }

    /// <summary>Closes a login.</summary>
    /// <param name="who">Whose it is, and which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When its tokens are good for nothing.</returns>
    public Task CloseAsync(Caller who, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            if (await new SessionRepository(transaction).RevokeAsync(who.SessionId, now, token).ConfigureAwait(false))
            {
                await new AuditRepository(transaction)
                    .TellAsync(who.UserId, AuditActions.SessionClosed, who.UserId, now, token, Of(who.SessionId)).ConfigureAwait(false);
            }
        },
        cancellationToken: cancellationToken);

    /// <summary>Closes all logins of a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When their tokens are good for nothing.</returns>
    public Task CloseAllAsync(UserId userId, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            if (await new SessionRepository(transaction).RevokeAllAsync(userId, except: null, now, token).ConfigureAwait(false) > 0)
            {
                await new AuditRepository(transaction).TellAsync(userId, AuditActions.SessionsClosed, userId, now, token).ConfigureAwait(false);
            }
        },
        cancellationToken: cancellationToken);

    private static (string Name, string Value) Of(SessionId sessionId) => ("session", $"{sessionId.Value}");

    private async Task<TokenPair> OpenAsync(Transaction transaction, UserId userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = await new SessionRepository(transaction).InsertAsync(new(default, userId, now), cancellationToken).ConfigureAwait(false);
        await new AuditRepository(transaction)
            .TellAsync(userId, AuditActions.SessionOpened, userId, now, cancellationToken, Of(session.SessionId)).ConfigureAwait(false);
        return await IssueAsync(transaction, userId, session.SessionId, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TokenPair> IssueAsync(
        Transaction transaction, UserId userId, SessionId sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (access, refresh) = (TokenSecret.Create(), TokenSecret.Create());
        var accessRow = new UserToken(0, userId, access.Hash, TokenPurpose.Access, now + options.Value.AccessLifetime, UsedAt: null, now);
        var refreshRow = new UserToken(0, userId, refresh.Hash, TokenPurpose.Refresh, now + options.Value.RefreshLifetime, UsedAt: null, now);
        foreach (var row in (UserToken[])[accessRow, refreshRow])
        {
            var added = await new TokenRepository(transaction).InsertAsync(row, cancellationToken).ConfigureAwait(false);
            await new SessionTokenRepository(transaction).InsertAsync(new(added.TokenId, sessionId), cancellationToken).ConfigureAwait(false);
        }

        return new(userId, access, accessRow.ExpiresAt, refresh, refreshRow.ExpiresAt);
    }

    private static async Task CloseReusedAsync(Transaction transaction, TokenSecret refresh, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = new SessionRepository(transaction);
        var known = await new TokenRepository(transaction).FindByTokenHashAsync(refresh.Hash, cancellationToken).ConfigureAwait(false);
        if (known is { Purpose: TokenPurpose.Refresh, UsedAt: not null }
            && refresh.Matches(known.TokenHash)
            && await sessions.FindOfTokenAsync(known.TokenId, cancellationToken).ConfigureAwait(false) is { } session
            && await sessions.RevokeAsync(session.SessionId, now, cancellationToken).ConfigureAwait(false))
        {
            await new AuditRepository(transaction)
                .TellAsync(actor: null, AuditActions.SessionReused, known.UserId, now, cancellationToken, Of(session.SessionId)).ConfigureAwait(false);
        }
    }
}
