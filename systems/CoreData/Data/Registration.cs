using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoreData;

/// <summary>How users come to be. The first one becomes an admin.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The time.</param>
public sealed class Registration([FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database, TimeProvider clock)
{
    // Two who are both the first read the same absence, and PostgreSQL lets one of them commit; the other then finds that one.
    private static readonly TransactionOptions OneAfterAnother = new() { Isolation = Isolation.Serializable, AttemptsMax = 10 };

    /// <summary>Registers a user.</summary>
    /// <param name="user">Who.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; null where the address is taken.</returns>
    public async Task<User?> RegisterAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        try
        {
            return await AddFirstAsync(user, cancellationToken).ConfigureAwait(false)
                ?? await database.TransactAsync((transaction, token) => AddAsync(transaction, user, token), cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (UniqueViolationException)
        {
            return null;
        }
    }

    // Everybody who is not the first passes by with one look, and then meets nobody else.
    private async Task<User?> AddFirstAsync(NewUser user, CancellationToken cancellationToken)
    {
        if (await new UserRepository(database).AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        return await database.TransactAsync(
            async (transaction, token) =>
            {
                if (await new UserRepository(transaction).AnyAsync(token).ConfigureAwait(false))
                {
                    return null;
                }

                var first = await AddAsync(transaction, user, token).ConfigureAwait(false);
                await new UserRoleRepository(transaction).GrantAsync(first.UserId, RoleNames.Admin, first.CreatedAt, token).ConfigureAwait(false);
                await new AuditRepository(transaction)
                    .TellAsync(first.UserId, AuditActions.RoleGranted, first.UserId, first.CreatedAt, token, ("role", RoleNames.Admin)).ConfigureAwait(false);
                return first;
            },
            OneAfterAnother,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<User> AddAsync(Transaction transaction, NewUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = await new UserRepository(transaction).InsertAsync(
            new(default, EmailText.Normalize(user.Email), user.DisplayName, user.PassHash, DisabledAt: null, now, now), cancellationToken).ConfigureAwait(false);
        await new AuditRepository(transaction).TellAsync(added.UserId, AuditActions.UserRegistered, added.UserId, now, cancellationToken).ConfigureAwait(false);
        return added;
    }
}
