namespace PlayerEngagement;

/// <summary>How a player stands.</summary>
/// <param name="ExternalUserId">The user.</param>
/// <param name="RewardTz">The zone that counts now.</param>
/// <param name="PendingTz">The zone that will count; null for none.</param>
/// <param name="PendingAppliesAt">When it counts, unless another award comes first.</param>
/// <param name="SegmentKey">The segment; null for none.</param>
/// <param name="CurrentStreak">The streak's length after the last award.</param>
/// <param name="LongestStreak">How long it ever was.</param>
/// <param name="GraceUsed">How many missed days have been forgiven in it.</param>
/// <param name="CurrentBalance">Credits less debits.</param>
/// <param name="LifetimeXp">Credits alone.</param>
/// <param name="SeasonalXp">Credits of the season alone.</param>
/// <param name="SeasonId">That season; null before the first.</param>
/// <param name="RewardDayId">The reward day that it is now.</param>
/// <param name="RewardDayEndsAt">When that day ends.</param>
/// <param name="CanClaim">Whether that day has not been rewarded yet.</param>
/// <param name="LastRewardDayId">The day of the last award; null before the first.</param>
public sealed record PlayerProfile(
    string ExternalUserId,
    string RewardTz,
    string? PendingTz,
    DateTimeOffset? PendingAppliesAt,
    string? SegmentKey,
    int CurrentStreak,
    int LongestStreak,
    int GraceUsed,
    long CurrentBalance,
    long LifetimeXp,
    long SeasonalXp,
    string? SeasonId,
    string RewardDayId,
    DateTimeOffset RewardDayEndsAt,
    bool CanClaim,
    string? LastRewardDayId)
{
    /// <summary>Puts one together.</summary>
    internal static PlayerProfile Of(string externalUserId, UserFacts facts, DateTimeOffset now)
    {
        var clock = GrantPlan.ClockOf(facts);
        var (zone, appliedAt) = clock.At(now);
        var day = RewardCalendar.DayAt(now, zone);
        return new(
            externalUserId,
            zone,
            appliedAt is null ? facts.PendingTz : null,
            appliedAt is null ? clock.AppliesAt : null,
            facts.SegmentKey,
            facts.CurrentStreak,
            facts.LongestStreak,
            facts.GraceUsed,
            facts.CurrentBalance,
            facts.LifetimeXp,
            facts.SeasonalXp,
            facts.SeasonId,
            day.ToString(),
            RewardCalendar.EndOfDay(now, zone),
            GrantPlan.IsOpen(facts, day),
            facts.LastRewardDayId);
    }
}
