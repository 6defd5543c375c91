using System.Text.Json.Nodes;
using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The reward of a player and a day.</summary>
/// <param name="AwardId">The award's number.</param>
/// <param name="UserId">The player.</param>
/// <param name="RewardDayId">The day, as <see cref="RewardDay"/> writes it.</param>
/// <param name="XpAwarded">Experience points, from 1.</param>
/// <param name="StreakDay">How long the streak was with it.</param>
/// <param name="PolicyKey">The policy that decided it.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="ReceiptId">The correlation id of the claim.</param>
/// <param name="ModelStateSnapshot">The streak model's state after it.</param>
/// <param name="CreatedAt">When.</param>
[Table("xp_awards"), Unique(nameof(UserId), nameof(RewardDayId), Name = "xp_awards_user_day_uidx")]
[Index(nameof(PolicyKey), nameof(PolicyVersion), Name = "xp_awards_policy_idx")]
[Check("xp_awarded > 0 and streak_day >= 0", Name = "xp_awards_positive_chk")]
internal sealed record Award(
    [Key, Identity] long AwardId,
    [References<XpUser>(OnDelete = DeleteRule.Cascade)] long UserId,
    [Index(Name = "xp_awards_reward_day_idx")] string RewardDayId,
    long XpAwarded,
    int StreakDay,
    string PolicyKey,
    int PolicyVersion,
    [Unique(Name = "xp_awards_receipt_id_uidx")] Guid ReceiptId,
    [Json(typeof(EngagementJson))] JsonObject ModelStateSnapshot,
    DateTimeOffset CreatedAt);
