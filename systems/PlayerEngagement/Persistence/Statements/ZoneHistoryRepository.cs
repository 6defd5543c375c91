using Dowel.Data;

namespace PlayerEngagement;

/// <summary>What happened to players' zones.</summary>
[Repository<ZoneEvent>]
internal sealed partial class ZoneHistoryRepository
{
    /// <summary>Lists a user's events, the oldest first.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page; empty for a user who is not enrolled.</returns>
    [Query("""
        select {columns:h} from xp_zone_history h join xp_users u on u.user_id = h.user_id
        where u.external_user_id = @externalUserId
        order by h.history_id
        """)]
    public partial ValueTask<Page<ZoneEvent>> ListOfAsync(string externalUserId, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Lists the changes of a player's zone that came about after a moment, in their order.</summary>
    /// <param name="userId">The player.</param>
    /// <param name="since">The moment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changes.</returns>
    [Query("""
        select {columns} from xp_zone_history
        where user_id = @userId and event = 'applied' and effective_at > @since
        order by history_id
        """)]
    public partial ValueTask<IReadOnlyList<ZoneEvent>> ListAppliedAsync(long userId, DateTimeOffset since, CancellationToken cancellationToken = default);
}
