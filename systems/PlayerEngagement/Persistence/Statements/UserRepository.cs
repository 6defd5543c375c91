using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The players.</summary>
[Repository<XpUser>]
internal sealed partial class UserRepository
{
    /// <summary>Reads all that a decision about a player needs.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="correlationId">The request's id, which may be in use.</param>
    /// <param name="policyKey">The policy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the user is not enrolled.</returns>
    [Query("""
        select u.user_id, u.reward_tz, u.segment_key, u.pending_tz, u.pending_tz_from,
            coalesce(s.current_streak, 0) as current_streak, coalesce(s.longest_streak, 0) as longest_streak, coalesce(s.grace_used, 0) as grace_used,
            s.last_reward_day_id, s.model_state, a.created_at as last_awarded_at,
            coalesce(b.current_balance, 0) as current_balance, coalesce(b.lifetime_xp, 0) as lifetime_xp, coalesce(b.seasonal_xp, 0) as seasonal_xp, b.season_id,
            r.version as policy_version, r.definition, l.user_id as entry_user_id
        from xp_users u
        left join xp_streaks s on s.user_id = u.user_id
        left join xp_awards a on a.user_id = s.user_id and a.reward_day_id = s.last_reward_day_id
        left join xp_balance b on b.user_id = u.user_id
        left join xp_rules r on r.policy_key = @policyKey and r.is_active
        left join xp_ledger l on l.correlation_id = @correlationId
        where u.external_user_id = @externalUserId
        """)]
    public partial ValueTask<UserFacts?> ReadFactsAsync(
        string externalUserId, Guid correlationId, string policyKey, CancellationToken cancellationToken = default);

    /// <summary>Makes everybody else who writes for a player wait for the end of this transaction, and claims too.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the user is not enrolled.</returns>
    [Query(
        Sqlite = "select user_id from xp_users where external_user_id = @externalUserId",
        Postgres = "select user_id from xp_users where external_user_id = @externalUserId for no key update")]
    public partial ValueTask<long?> HoldAsync(string externalUserId, CancellationToken cancellationToken = default);

    /// <summary>Adds a player who is not there yet.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="rewardTz">The zone.</param>
    /// <param name="segmentKey">The segment.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user was there.</returns>
    [Query(
        Sqlite = """
            insert into xp_users (external_user_id, reward_tz, segment_key, created_at, updated_at)
            select @externalUserId, @rewardTz, @segmentKey, @now, @now
            where not exists (select 1 from xp_users where external_user_id = @externalUserId)
            """,
        Postgres = """
            insert into xp_users (external_user_id, reward_tz, segment_key, created_at, updated_at)
            values (@externalUserId, @rewardTz, @segmentKey, @now, @now)
            on conflict (external_user_id) do nothing
            """)]
    public partial ValueTask<bool> EnrollAsync(
        string externalUserId, string rewardTz, string? segmentKey, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Puts a player into a segment.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="segmentKey">The segment; null for none.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user is not enrolled.</returns>
    [Query("update xp_users set segment_key = @segmentKey, updated_at = @now where external_user_id = @externalUserId")]
    public partial ValueTask<bool> SetSegmentAsync(string externalUserId, string? segmentKey, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Writes how a player's zone stands.</summary>
    /// <param name="userId">The player.</param>
    /// <param name="clock">The zone that counts, and the change that is under way.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such player.</returns>
    public ValueTask<bool> SetZoneAsync(long userId, ZoneClock clock, DateTimeOffset now, CancellationToken cancellationToken) =>
        SetZoneAsync(userId, clock.RewardTz, clock.PendingTz, clock.PendingFrom, now, cancellationToken);

    /// <summary>Deletes a player, whose ledger, awards, streak, balance and history go along.</summary>
    /// <param name="externalUserId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user was not enrolled.</returns>
    [Query("delete from xp_users where external_user_id = @externalUserId")]
    public partial ValueTask<bool> DeleteAsync(string externalUserId, CancellationToken cancellationToken = default);

    [Query("""
        update xp_users set reward_tz = @rewardTz, pending_tz = @pendingTz, pending_tz_from = @pendingTzFrom, updated_at = @now
        where user_id = @userId
        """)]
    private partial ValueTask<bool> SetZoneAsync(
        long userId, string rewardTz, string? pendingTz, DateTimeOffset? pendingTzFrom, DateTimeOffset now, CancellationToken cancellationToken = default);
}
