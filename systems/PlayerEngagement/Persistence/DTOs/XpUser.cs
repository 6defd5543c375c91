using Dowel.Data;

namespace PlayerEngagement;

/// <summary>A player.</summary>
/// <param name="UserId">The player's number here.</param>
/// <param name="ExternalUserId">The platform's own id of the user.</param>
/// <param name="RewardTz">The IANA zone in which reward days begin and end.</param>
/// <param name="SegmentKey">The segment whose overrides count; null for none.</param>
/// <param name="PendingTz">The zone that will count; null where no change is under way.</param>
/// <param name="PendingTzFrom">When it counts at the earliest.</param>
/// <param name="CreatedAt">When the player was enrolled.</param>
/// <param name="UpdatedAt">When this was last changed.</param>
[Table("xp_users"), Check("(pending_tz is null) = (pending_tz_from is null)", Name = "xp_users_pending_tz_chk")]
internal sealed record XpUser(
    [Key, Identity] long UserId,
    [Unique(Name = "xp_users_external_user_id_uidx")] string ExternalUserId,
    [Index(Name = "xp_users_reward_tz_idx")] string RewardTz,
    string? SegmentKey,
    string? PendingTz,
    DateTimeOffset? PendingTzFrom,
    [InsertOnly] DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
