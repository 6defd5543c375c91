using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoreData;

/// <summary>Users with what other tables know of them, all from one state of the database.</summary>
/// <param name="database">The database.</param>
public sealed class UserDirectory([FromKeyedServices(CoreDataMigrations.DatabaseName)] Database database)
{
    /// <summary>Finds a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; null where there is none.</returns>
    public Task<UserDetails?> FindAsync(UserId userId, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) => await new UserRepository(transaction).FindAsync(userId, token).ConfigureAwait(false) is { } user
            ? (await DescribeAsync(transaction, [user], token).ConfigureAwait(false))[0]
            : null,
        TransactionOptions.ReadOnly,
        cancellationToken);

    /// <summary>Lists users.</summary>
    /// <param name="text">Part of the address or of the name, in any capitals, of a name beyond ASCII on PostgreSQL alone; null for all.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page, in the order in which they registered.</returns>
    public Task<CursorPage<UserDetails>> SearchAsync(string? text, CursorRequest page, CancellationToken cancellationToken = default) => database.TransactAsync(
        async (transaction, token) =>
        {
            var pattern = string.IsNullOrWhiteSpace(text) ? null : $"%{Escape(text.Trim().ToLowerInvariant())}%";
            var found = await new UserRepository(transaction).SearchAsync(pattern, page, token).ConfigureAwait(false);
            return new CursorPage<UserDetails>(await DescribeAsync(transaction, found.Items, token).ConfigureAwait(false), found.Next);
        },
        TransactionOptions.ReadOnly,
        cancellationToken);

    private static string Escape(string text) => text
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<UserDetails>> DescribeAsync(
        Transaction transaction, IReadOnlyList<User> users, CancellationToken cancellationToken)
    {
        UserId[] ids = [.. users.Select(user => user.UserId)];
        var verified = (await new EmailVerificationRepository(transaction).VerifiedAsync(ids, cancellationToken).ConfigureAwait(false)).ToHashSet();
        var roles = (await new UserRoleRepository(transaction).OfAsync(ids, cancellationToken).ConfigureAwait(false)).ToLookup(role => role.UserId, role => role.Role);
        return [.. users.Select(user => new UserDetails(user, verified.Contains(user.UserId), [.. roles[user.UserId]]))];
    }
}
