using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>Decides what a claim comes to. Reads nothing and writes nothing.</summary>
internal static class GrantPlan
{
    /// <summary>The day that a player can claim at a moment.</summary>
    public static RewardDay DayOf(UserFacts facts, DateTimeOffset now) => RewardCalendar.DayAt(now, ClockOf(facts).At(now).Zone);

    /// <summary>The player's zone and what becomes of it.</summary>
    public static ZoneClock ClockOf(UserFacts facts) => new(facts.RewardTz, facts.PendingTz, facts.PendingTzFrom, facts.LastAwardedAt);

    /// <summary>The day of the last award; null before the first.</summary>
    public static RewardDay? LastDayOf(UserFacts facts) =>
        RewardDay.TryParse(facts.LastRewardDayId, out var day) ? day : null;

    /// <summary>Whether a day can still be rewarded: a date is rewarded once, whatever zone it was a date of, and none is after a later one was.</summary>
    public static bool IsOpen(UserFacts facts, RewardDay day) => LastDayOf(facts) is not { } last || day.Date > last.Date;

    /// <summary>Makes the grant of an open day.</summary>
    /// <param name="facts">The player, with a policy.</param>
    /// <param name="claim">The request and when it is looked at.</param>
    /// <param name="applied">The changes of zone since the last award that had come about before.</param>
    /// <param name="models">The streak models.</param>
    public static Grant Create(UserFacts facts, ClaimRequest claim, IReadOnlyList<ZoneEvent> applied, StreakModels models)
    {
        var (zone, appliedAt) = ClockOf(facts).At(claim.Now);
        var day = RewardCalendar.DayAt(claim.Now, zone);
        var policy = facts.Definition!;
        var terms = policy.TermsFor(day.Date, facts.SegmentKey);
        var visit = new StreakVisit(day.Date, MissedDays(facts, day, claim.Now, applied), terms.GraceDays, policy.Streak?.Options);
        var step = models.Advance(facts, policy.Streak, visit);
        return new()
        {
            UserId = facts.UserId,
            RewardTz = facts.RewardTz,
            PendingTz = facts.PendingTz,
            PendingTzFrom = facts.PendingTzFrom,
            LastRewardDayId = facts.LastRewardDayId,
            PendingAppliedAt = appliedAt,
            CurrentStreak = step.Current,
            LongestStreak = Math.Max(facts.LongestStreak, step.Current),
            GraceUsed = step.GraceUsed,
            ModelState = step.Memory,
            RewardDayId = day.ToString(),
            Xp = terms.XpOn(step.StreakDay),
            StreakDay = step.StreakDay,
            PolicyKey = claim.PolicyKey,
            PolicyVersion = facts.PolicyVersion!.Value,
            SeasonId = terms.SeasonId,
            CorrelationId = claim.CorrelationId,
            Metadata = new JsonObject { ["rewardDayId"] = day.ToString() },
            Now = claim.Now,
        };
    }

    private static int MissedDays(UserFacts facts, RewardDay day, DateTimeOffset now, IReadOnlyList<ZoneEvent> applied)
    {
        if (LastDayOf(facts) is not { } last || facts.LastAwardedAt is not { } since)
        {
            return 0;
        }

        var between = day.Date.DayNumber - last.Date.DayNumber - 1;
        return between <= 0 ? 0 : Math.Max(0, between - RewardCalendar.SkippedDates(Stays(facts, last.Zone, since, now, applied)));
    }

    // The zones from the last award to the claim, one after another.
    private static List<(string Zone, DateTimeOffset From, DateTimeOffset Until)> Stays(
        UserFacts facts, string zone, DateTimeOffset since, DateTimeOffset now, IReadOnlyList<ZoneEvent> applied)
    {
        List<(string Zone, DateTimeOffset From, DateTimeOffset Until)> stays = [];
        foreach (var change in applied)
        {
            stays.Add((zone, since, change.EffectiveAt));
            (zone, since) = (change.ToTz, change.EffectiveAt);
        }

        if (ClockOf(facts).At(now) is { AppliedAt: { } at, Zone: var next })
        {
            stays.Add((zone, since, at));
            (zone, since) = (next, at);
        }

        stays.Add((zone, since, now.AddTicks(1)));
        return stays;
    }
}
