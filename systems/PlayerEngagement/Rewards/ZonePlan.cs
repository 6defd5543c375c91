namespace PlayerEngagement;

/// <summary>What a wish for another zone comes to. Reads nothing and writes nothing.</summary>
/// <param name="Status">What the user is told.</param>
/// <param name="After">How the zone stands from now on.</param>
/// <param name="Events">What the history notes, in order; where it is nothing, nothing changes.</param>
internal sealed record ZonePlan(
    ZoneChangeStatus Status,
    ZoneClock After,
    IReadOnlyList<(ZoneEventKind Kind, string From, string To, DateTimeOffset EffectiveAt)> Events)
{
    /// <summary>Decides.</summary>
    /// <param name="before">How the zone stands.</param>
    /// <param name="wish">The zone that is asked for, which there is.</param>
    /// <param name="now">When.</param>
    public static ZonePlan Create(ZoneClock before, string wish, DateTimeOffset now)
    {
        List<(ZoneEventKind Kind, string From, string To, DateTimeOffset EffectiveAt)> events = [];
        var (zone, appliedAt) = before.At(now);
        var after = new ZoneClock(zone, appliedAt is null ? before.PendingTz : null, appliedAt is null ? before.PendingFrom : null, before.LastAwardedAt);
        if (appliedAt is { } at)
        {
            events.Add((ZoneEventKind.Applied, before.RewardTz, zone, at));
        }

        if (wish == (after.PendingTz ?? zone))
        {
            return new(ZoneChangeStatus.Unchanged, after, events);
        }

        if (after is { PendingTz: { } pending, PendingFrom: { } from })
        {
            events.Add((ZoneEventKind.Cancelled, zone, pending, from));
        }

        if (wish == zone)
        {
            return new(ZoneChangeStatus.Cancelled, after with { PendingTz = null, PendingFrom = null }, events);
        }

        var end = RewardCalendar.EndOfDay(now, zone);
        events.Add((ZoneEventKind.Requested, zone, wish, end));
        return new(ZoneChangeStatus.Scheduled, after with { PendingTz = wish, PendingFrom = end }, events);
    }
}
