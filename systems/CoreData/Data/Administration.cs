using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoreData;

/// <summary>What admins do to users. There is always one who is an admin and may log in.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The time.</param>
public sealed class Administration([FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database, TimeProvider clock)
{
    // Two admins who go at once each see the other; PostgreSQL lets one of them commit.
    private static readonly TransactionOptions OneAfterAnother = new() { Isolation = Isolation.Serializable, AttemptsMax = 10 };

    /// <summary>Gives a user a role.</summary>
    /// <param name="admin">Who gives it.</param>
    /// <param name="userId">The user.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is so.</returns>
    public Task<AdminOutcome> GrantAsync(UserId admin, UserId userId, string role, CancellationToken cancellationToken = default) =>
        ActAsync(
            userId,
            async (transaction, now, token) =>
            {
                if (!await new RoleRepository(transaction).ExistsAsync(role, token).ConfigureAwait(false))
                {
                    return AdminOutcome.NoSuchRole;
                }

                var isNew = await new UserRoleRepository(transaction).GrantAsync(userId, role, now, token).ConfigureAwait(false);
                return await TellAsync(transaction, isNew, new(admin, AuditActions.RoleGranted, userId, now, role), token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Takes a role from a user.</summary>
    /// <param name="admin">Who takes it.</param>
    /// <param name="userId">The user.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is so.</returns>
    public Task<AdminOutcome> RevokeAsync(UserId admin, UserId userId, string role, CancellationToken cancellationToken = default) =>
        ActAsync(
            userId,
            async (transaction, now, token) =>
            {
                if (!await new RoleRepository(transaction).ExistsAsync(role, token).ConfigureAwait(false))
                {
                    return AdminOutcome.NoSuchRole;
                }

                if (role == RoleNames.Admin && await IsLastAdminAsync(transaction, userId, token).ConfigureAwait(false))
                {
                    return AdminOutcome.LastAdmin;
                }

                var hadIt = await new UserRoleRepository(transaction).DeleteAsync(userId, role, token).ConfigureAwait(false);
                return await TellAsync(transaction, hadIt, new(admin, AuditActions.RoleRevoked, userId, now, role), token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Locks a user out: all logins and messages are good for nothing.</summary>
    /// <param name="admin">Who does it.</param>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is so.</returns>
    public Task<AdminOutcome> DisableAsync(UserId admin, UserId userId, CancellationToken cancellationToken = default) =>
        ActAsync(
            userId,
            async (transaction, now, token) =>
            {
                if (await IsLastAdminAsync(transaction, userId, token).ConfigureAwait(false))
                {
                    return AdminOutcome.LastAdmin;
                }

                var isNew = await new UserRepository(transaction).DisableAsync(userId, now, token).ConfigureAwait(false);
                await new SessionRepository(transaction).RevokeAllAsync(userId, except: null, now, token).ConfigureAwait(false);
                foreach (var purpose in (TokenPurpose[])[TokenPurpose.PasswordReset, TokenPurpose.EmailVerification])
                {
                    await new TokenRepository(transaction).DiscardAsync(userId, purpose, token).ConfigureAwait(false);
                }

                return await TellAsync(transaction, isNew, new(admin, AuditActions.UserDisabled, userId, now), token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Lets a user in again, who logs in anew.</summary>
    /// <param name="admin">Who does it.</param>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is so.</returns>
    public Task<AdminOutcome> EnableAsync(UserId admin, UserId userId, CancellationToken cancellationToken = default) =>
        ActAsync(
            userId,
            async (transaction, now, token) =>
            {
                var isNew = await new UserRepository(transaction).EnableAsync(userId, now, token).ConfigureAwait(false);
                return await TellAsync(transaction, isNew, new(admin, AuditActions.UserEnabled, userId, now), token).ConfigureAwait(false);
            },
            cancellationToken);

    private static async Task<bool> IsLastAdminAsync(Transaction transaction, UserId userId, CancellationToken cancellationToken)
    {
        var roles = new UserRoleRepository(transaction);
        return await roles.ExistsAsync(userId, RoleNames.Admin, cancellationToken).ConfigureAwait(false)
            && !await roles.HasAnotherAsync(RoleNames.Admin, userId, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AdminOutcome> TellAsync(Transaction transaction, bool isNew, Deed deed, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            (string, string)[] details = deed.Role is { } role ? [("role", role)] : [];
            await new AuditRepository(transaction).TellAsync(deed.Admin, deed.Action, deed.User, deed.At, cancellationToken, details).ConfigureAwait(false);
        }

        return AdminOutcome.Done;
    }

    private Task<AdminOutcome> ActAsync(
        UserId userId, Func<Transaction, DateTimeOffset, CancellationToken, Task<AdminOutcome>> act, CancellationToken cancellationToken) => database.TransactAsync(
        async (transaction, token) => await new UserRepository(transaction).ExistsAsync(userId, token).ConfigureAwait(false)
            ? await act(transaction, clock.GetUtcNow(), token).ConfigureAwait(false)
            : AdminOutcome.NoSuchUser,
        OneAfterAnother,
        cancellationToken);

    private readonly record struct Deed(UserId Admin, string Action, UserId User, DateTimeOffset At, string? Role = null);
}
