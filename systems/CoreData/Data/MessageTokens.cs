using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Tokens that are sent by message.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The time.</param>
/// <param name="options">How long they last, and how soon one follows another.</param>
public sealed class MessageTokens(
    [FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database, TimeProvider clock, IOptions<CoreDataOptions> options)
{
    /// <summary>Makes a token for the user of an address; earlier ones of its purpose are good for nothing from now on.</summary>
    /// <param name="request">What for, and for which address.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message to send; null where nobody with this address may log in, or was sent one a moment ago.</returns>
    public async Task<Message?> IssueAsync(MessageRequest request, CancellationToken cancellationToken = default)
    {
        var user = await new UserRepository(database).FindByEmailAsync(EmailText.Normalize(request.Email), cancellationToken).ConfigureAwait(false);
        if (user is not { DisabledAt: null })
        {
            return null;
        }

        return await database.TransactAsync(
            async (transaction, token) =>
            {
                var tokens = new TokenRepository(transaction);
                var now = clock.GetUtcNow();
                if (await tokens.WasIssuedAsync(user.UserId, request.Purpose, now - options.Value.MessagePause, token).ConfigureAwait(false))
                {
                    return null;
                }

                var secret = TokenSecret.Create();
                var expiresAt = now + options.Value.LifetimeOf(request.Purpose);
                await tokens.DiscardAsync(user.UserId, request.Purpose, token).ConfigureAwait(false);
                await tokens.InsertAsync(new(0, user.UserId, secret.Hash, request.Purpose, expiresAt, UsedAt: null, now), token).ConfigureAwait(false);
                await new AuditRepository(transaction).TellAsync(actor: null, ActionOf(request.Purpose), user.UserId, now, token).ConfigureAwait(false);
                return new Message(request.Purpose, user.Email, user.DisplayName, secret, now, expiresAt);
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the token that shows who reads an address.</summary>
    /// <param name="secret">The token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it is not good any more.</returns>
    public Task<bool> VerifyEmailAsync(TokenSecret secret, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            var used = await new TokenRepository(transaction).UseAsync(secret.Hash, TokenPurpose.EmailVerification, now, token).ConfigureAwait(false);
            if (used is null || !secret.Matches(used.TokenHash))
            {
                return false;
            }

            if (await new EmailVerificationRepository(transaction).VerifyAsync(used.UserId, now, token).ConfigureAwait(false))
            {
                await new AuditRepository(transaction).TellAsync(used.UserId, AuditActions.EmailVerified, used.UserId, now, token).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken: cancellationToken);

    /// <summary>Clears away what has expired, of any purpose, and logins that have nothing left.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many tokens there were.</returns>
    public async Task<long> SweepAsync(CancellationToken cancellationToken = default)
    {
        var count = await new TokenRepository(database).DeleteExpiredAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await new SessionRepository(database).DeleteEmptyAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static string ActionOf(TokenPurpose purpose) =>
        purpose == TokenPurpose.PasswordReset ? AuditActions.PasswordResetRequested : AuditActions.EmailVerificationRequested;
}
