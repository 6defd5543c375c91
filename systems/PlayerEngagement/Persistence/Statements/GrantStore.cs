using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Writes what a claim comes to: all of it or nothing.</summary>
/// <param name="database">The database.</param>
internal sealed class GrantStore(Database database)
{
    /// <summary>Writes a grant, if the player is still as the grant's maker read it.</summary>
    /// <returns>False where somebody else was faster, and nothing was written.</returns>
    /// <remarks>One round trip on PostgreSQL, whose statement is its own transaction; a transaction of several on SQLite.</remarks>
    public async Task<bool> WriteAsync(Grant grant, CancellationToken cancellationToken) => database.Engine == DatabaseEngine.Postgres
        ? await new AwardRepository(database).GrantAsync(grant, cancellationToken).ConfigureAwait(false) is not null
        : await database.TransactAsync((transaction, token) => WriteEachAsync(transaction, grant, token), cancellationToken: cancellationToken).ConfigureAwait(false);

    private static async Task<bool> WriteEachAsync(Transaction transaction, Grant grant, CancellationToken cancellationToken)
    {
        if (await new AwardRepository(transaction).GrantAsync(grant, cancellationToken).ConfigureAwait(false) is null)
        {
            return false;
        }

        var streak = new Streak(
            grant.UserId, grant.CurrentStreak, grant.LongestStreak, grant.GraceUsed, grant.RewardDayId, grant.ModelState, grant.Now);
        await new StreakRepository(transaction).UpsertAsync(streak, cancellationToken).ConfigureAwait(false);
        var entry = new LedgerEntry(
            0, grant.UserId, grant.Xp, LedgerEntry.DailyLogin, grant.CorrelationId, grant.PolicyKey, grant.PolicyVersion, grant.SeasonId, grant.Metadata, grant.Now);
        await new LedgerRepository(transaction).InsertAsync(entry, cancellationToken).ConfigureAwait(false);
        if (grant.PendingAppliedAt is { } at)
        {
            await new ZoneHistoryRepository(transaction).InsertAsync(
                new(0, grant.UserId, ZoneEventKind.Applied, grant.RewardTz, grant.PendingTz!, at, grant.Now), cancellationToken).ConfigureAwait(false);
            await new UserRepository(transaction).SetZoneAsync(grant.UserId, new(grant.PendingTz!, null, null, null), grant.Now, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
