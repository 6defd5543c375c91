using NodaTime;

namespace PlayerEngagement;

/// <summary>Where reward days begin and end. Pure; zones are those of NodaTime's own copy of the IANA database.</summary>
internal static class RewardCalendar
{
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;
    private static readonly HashSet<string> Names = [.. Zones.Ids];

    /// <summary>Whether a name is an IANA zone; the provider itself also knows offsets such as <c>UTC+05</c>, which are none.</summary>
    public static bool IsZone(string name) => Names.Contains(name);

    /// <summary>The reward day at a moment: the local date.</summary>
    /// <exception cref="InvalidOperationException">There is no such zone.</exception>
    public static RewardDay DayAt(DateTimeOffset moment, string zone) => new(DateAt(Instant.FromDateTimeOffset(moment), Find(zone)).ToDateOnly(), zone);

    /// <summary>When the reward day ends that a moment is in: the first moment after it whose date is later.</summary>
    /// <remarks>
    /// That is midnight, or the end of the gap that swallows midnight, or of the date that a zone skips as it crosses the date line. A date
    /// that comes back, as after a clock set back over midnight, does not end a day.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There is no such zone.</exception>
    public static DateTimeOffset EndOfDay(DateTimeOffset moment, string zone)
    {
        var (now, tz) = (Instant.FromDateTimeOffset(moment), Find(zone));
        var today = DateAt(now, tz);
        var midnight = today.PlusDays(1).AtMidnight();
        for (var interval = tz.GetZoneInterval(now); ; interval = tz.GetZoneInterval(interval.End))
        {
            var end = midnight.WithOffset(interval.WallOffset).ToInstant();
            if (interval.HasStart && end < interval.Start)
            {
                // The gap at the interval's start has swallowed it.
                return interval.Start.ToDateTimeOffset();
            }

            if (!interval.HasEnd || end < interval.End)
            {
                return end.ToDateTimeOffset();
            }
        }
    }

    /// <summary>How many dates never were, for someone whose days are those of one zone after another: skipped by a zone, or by a change of zones.</summary>
    /// <param name="stays">The zones, each with its first moment and the first after it, in order and without gaps.</param>
    public static int SkippedDates(IEnumerable<(string Zone, DateTimeOffset From, DateTimeOffset Until)> stays)
    {
        var skipped = 0;
        LocalDate? reached = null;
        foreach (var (zone, from, until) in stays.Where(stay => stay.From < stay.Until))
        {
            var (first, last) = (Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(until));
            foreach (var interval in Find(zone).GetZoneIntervals(first, last))
            {
                var begins = interval.HasStart ? Instant.Max(interval.Start, first) : first;
                var ends = interval.HasEnd ? Instant.Min(interval.End, last) : last;
                var date = begins.WithOffset(interval.WallOffset).Date;
                skipped += reached is { } before && date > before ? Period.DaysBetween(before, date) - 1 : 0;
                date = (ends - Duration.Epsilon).WithOffset(interval.WallOffset).Date;
                reached = reached is { } farthest ? LocalDate.Max(farthest, date) : date;
            }
        }

        return skipped;
    }

    private static LocalDate DateAt(Instant moment, DateTimeZone zone) => moment.WithOffset(zone.GetUtcOffset(moment)).Date;

    private static DateTimeZone Find(string zone) => IsZone(zone)
        ? Zones[zone]
        : throw new InvalidOperationException($"The time zone database {Zones.VersionId} has no zone '{zone}'.");
}
