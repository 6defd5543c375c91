using NodaTime;
using PlayerEngagement;

namespace Dowel.Engagement;

/// <summary>A player without a database, who changes zones at will and claims whenever possible.</summary>
internal sealed class Traveller(DateTimeOffset start, string zone)
{
    public static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private ZoneClock _clock = new(zone, null, null, null);
    private RewardDay? _last;
    private bool _hasMoved;

    public DateTimeOffset Now { get; private set; } = start;

    public int Awards { get; private set; }

    /// <summary>The shortest time between two awards with a change of zone between them.</summary>
    public TimeSpan Shortest { get; private set; } = TimeSpan.MaxValue;

    public void Wait(TimeSpan time) => Now += time;

    public void Wish(string other)
    {
        var plan = ZonePlan.Create(_clock, other, Now);
        _hasMoved |= plan.Events.Any(happened => happened.Kind == ZoneEventKind.Applied);
        _clock = plan.After;
    }

    public void Claim()
    {
        var facts = new UserFacts(
            1, _clock.RewardTz, null, _clock.PendingTz, _clock.PendingFrom, 0, 0, 0, _last?.ToString(), null, _clock.LastAwardedAt, 0, 0, 0, null, null, null, null);
        var day = GrantPlan.DayOf(facts, Now);
        if (!GrantPlan.IsOpen(facts, day))
        {
            return;
        }

        var appliedAt = GrantPlan.ClockOf(facts).At(Now).AppliedAt;
        if ((_hasMoved || appliedAt is not null) && _clock.LastAwardedAt is { } last && Now - last < Shortest)
        {
            Shortest = Now - last;
        }

        _clock = appliedAt is null ? _clock with { LastAwardedAt = Now } : new(day.Zone, null, null, Now);
        (_last, _hasMoved) = (day, false);
        Awards++;
    }
}
