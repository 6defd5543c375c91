using System.Text.Json.Nodes;
using Dowel.Data;

namespace PlayerEngagement;

/// <summary>How a player's streak stands after the last award.</summary>
/// <param name="UserId">The player.</param>
/// <param name="CurrentStreak">How long it is.</param>
/// <param name="LongestStreak">How long it ever was.</param>
/// <param name="GraceUsed">How many missed days have been forgiven in it.</param>
/// <param name="LastRewardDayId">The day of the last award; null before the first.</param>
/// <param name="ModelState">What the streak model remembers, with its name.</param>
/// <param name="UpdatedAt">When this was last changed.</param>
[Table("xp_streaks"), Check("current_streak >= 0 and longest_streak >= 0 and grace_used >= 0", Name = "xp_streaks_non_negative_chk")]
internal sealed record Streak(
    [Key, References<XpUser>(OnDelete = DeleteRule.Cascade)] long UserId,
    int CurrentStreak,
    int LongestStreak,
    int GraceUsed,
    [Index(Name = "xp_streaks_last_reward_day_idx")] string? LastRewardDayId,
    [Json(typeof(EngagementJson))] JsonObject ModelState,
    DateTimeOffset UpdatedAt);
