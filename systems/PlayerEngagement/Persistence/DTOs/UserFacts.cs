using System.Text.Json.Nodes;
using Dowel.Data;

namespace PlayerEngagement;

/// <summary>All that a decision about a player needs, as one statement reads it.</summary>
/// <param name="UserId">The player.</param>
/// <param name="RewardTz">The zone.</param>
/// <param name="SegmentKey">The segment.</param>
/// <param name="PendingTz">The zone that will count.</param>
/// <param name="PendingTzFrom">When it counts at the earliest.</param>
/// <param name="CurrentStreak">How long the streak is.</param>
/// <param name="LongestStreak">How long it ever was.</param>
/// <param name="GraceUsed">How many missed days have been forgiven in it.</param>
/// <param name="LastRewardDayId">The day of the last award; null before the first.</param>
/// <param name="ModelState">What the streak model remembers; null before the first award.</param>
/// <param name="LastAwardedAt">When the last award was made.</param>
/// <param name="CurrentBalance">Credits less debits.</param>
/// <param name="LifetimeXp">Credits alone.</param>
/// <param name="SeasonalXp">Credits of the season alone.</param>
/// <param name="SeasonId">The season of the balance.</param>
/// <param name="PolicyVersion">The version of the policy that is active; null where none is.</param>
/// <param name="Definition">What it says.</param>
/// <param name="EntryUserId">Whose entry has the correlation id that was asked about; null where it is free.</param>
internal sealed record UserFacts(
    long UserId,
    string RewardTz,
    string? SegmentKey,
    string? PendingTz,
    DateTimeOffset? PendingTzFrom,
    int CurrentStreak,
    int LongestStreak,
    int GraceUsed,
    string? LastRewardDayId,
    [property: Json(typeof(EngagementJson))] JsonObject? ModelState,
    DateTimeOffset? LastAwardedAt,
    long CurrentBalance,
    long LifetimeXp,
    long SeasonalXp,
    string? SeasonId,
    int? PolicyVersion,
    [property: Json(typeof(EngagementJson))] PolicyDefinition? Definition,
    long? EntryUserId);
