using System.Collections.Concurrent;
using NodaTime;
using PlayerEngagement;

namespace Dowel.Engagement;

/// <summary>Reward days in every zone, around every transition from 1970 to 2100.</summary>
public sealed class RewardDayTests
{
    private static readonly Instant First = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2101, 1, 1, 0, 0);
    // A date lasts for hours, but for one minute of Newfoundland's, which the moments after a transition find.
    private static readonly Duration Step = Duration.FromMinutes(40);

    // What the almanacs say: skipped days, midnights in gaps, clocks set back over midnight, offsets with seconds.
    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", "2011-12-31T10:00:00Z")]
    [InlineData("Pacific/Kwajalein", "1993-08-21T11:59:59Z", "1993-08-20", "1993-08-21T12:00:00Z")]
    [InlineData("Pacific/Kwajalein", "1993-08-21T12:00:00Z", "1993-08-22", "1993-08-22T12:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-03T20:00:00Z", "2018-11-03", "2018-11-04T03:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04", "2018-11-05T02:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-02-18T02:30:00Z", "2018-02-17", "2018-02-18T03:00:00Z")]
    [InlineData("America/St_Johns", "2006-10-29T02:30:30Z", "2006-10-29", "2006-10-30T03:30:00Z")]
    [InlineData("America/St_Johns", "2006-10-29T02:31:00Z", "2006-10-28", "2006-10-29T03:30:00Z")]
    [InlineData("Africa/Monrovia", "1971-06-01T00:44:29Z", "1971-05-31", "1971-06-01T00:44:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:30:00Z", "2026-04-04", "2026-04-04T13:00:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-21T14:59:59.9999999Z", "2026-11-21", "2026-11-21T15:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-11-21T10:00:00Z", "2026-11-22", "2026-11-22T10:00:00Z")]
    [InlineData("UTC", "2026-11-21T12:00:00Z", "2026-11-21", "2026-11-22T00:00:00Z")]
    public void What_is_known_of_famous_days(string zone, string moment, string date, string end)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        RewardCalendar.DayAt(at, zone).ToString().ShouldBe($"{date}@{zone}");
        RewardCalendar.EndOfDay(at, zone).ShouldBe(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void In_every_zone_a_day_is_the_local_date_and_ends_with_the_first_later_one()
    {
        var mistakes = new ConcurrentBag<string>();
        var looked = 0;

        Parallel.ForEach(DateTimeZoneProviders.Tzdb.Ids, id =>
        {
            RewardCalendar.IsZone(id).ShouldBeTrue();
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var moment in Moments(zone))
            {
                Interlocked.Increment(ref looked);
                if (Mistake(zone, moment) is { } mistake)
                {
                    mistakes.Add($"{id} at {moment}: {mistake}");
                }
            }
        });

        mistakes.Take(20).ShouldBeEmpty();
        looked.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void In_every_zone_the_skipped_dates_are_those_that_nobody_saw()
    {
        var mistakes = new ConcurrentBag<string>();
        var skipped = new ConcurrentBag<string>();

        Parallel.ForEach(DateTimeZoneProviders.Tzdb.Ids, id =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var start in Transitions(zone))
            {
                var (from, until) = (start - Duration.FromHours(50), start + Duration.FromHours(50));
                var seen = new SortedSet<DateOnly>();
                for (var on = from; on < until; on += Step)
                {
                    seen.Add(DateAt(zone, on));
                }

                var expected = seen.Max.DayNumber - seen.Min.DayNumber + 1 - seen.Count;
                if (RewardCalendar.SkippedDates([(id, from.ToDateTimeOffset(), until.ToDateTimeOffset())]) is var found && found != expected)
                {
                    mistakes.Add($"{id} at {start}: {found} for {expected}");
                }

                if (expected > 0)
                {
                    skipped.Add(id);
                }
            }
        });

        mistakes.Take(20).ShouldBeEmpty();
        skipped.ShouldContain("Pacific/Apia");
        skipped.ShouldContain("Pacific/Kwajalein");
    }

    [Theory]
    [InlineData("2026-11-21@Europe/Berlin", true)]
    [InlineData("2026-11-21@", false)]
    [InlineData("2026-11-31@UTC", false)]
    [InlineData("2026-11-21 UTC", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_days_id_comes_back(string? id, bool isDay)
    {
        RewardDay.TryParse(id, out var day).ShouldBe(isDay);
        (isDay ? day.ToString() : id).ShouldBe(id);
    }

    // Around each transition and the midnights beside it.
    private static IEnumerable<Instant> Moments(DateTimeZone zone)
    {
        var random = new Random(zone.Id.Length);
        foreach (var start in Transitions(zone))
        {
            yield return start - Duration.FromHours(30);
            yield return start - Duration.FromSeconds(1);
            yield return start;
            yield return start + Duration.FromSeconds(30);
            yield return start + Duration.FromHours(random.Next(30));
        }

        yield return Instant.FromUtc(2026, 11, 21, 12, 0) + Duration.FromMinutes(random.Next(1440));
    }

    private static IEnumerable<Instant> Transitions(DateTimeZone zone) =>
        zone.GetZoneIntervals(First, Last).Where(interval => interval.HasStart && interval.Start >= First).Select(interval => interval.Start);

    // By whole seconds since 1970 and the offset alone, and by looking at moments on the way.
    private static string? Mistake(DateTimeZone zone, Instant moment)
    {
        var today = DateAt(zone, moment);
        var end = Instant.FromDateTimeOffset(RewardCalendar.EndOfDay(moment.ToDateTimeOffset(), zone.Id));
        if (RewardCalendar.DayAt(moment.ToDateTimeOffset(), zone.Id).Date != today)
        {
            return "the day is not the local date";
        }

        if (DateAt(zone, end) <= today)
        {
            return $"the day does not end at {end}";
        }

        for (var on = moment; on < end; on += Step)
        {
            if (DateAt(zone, on) > today)
            {
                return $"it was over at {on}, and not at {end}";
            }
        }

        return zone.GetZoneIntervals(moment, end).Where(interval => interval.HasStart).Select(interval => interval.Start).Where(start => start > moment && start < end)
            .Append(end - Duration.FromTicks(1)).Any(on => DateAt(zone, on) > today)
            ? $"it was over before {end}"
            : null;
    }

    private static DateOnly DateAt(DateTimeZone zone, Instant moment)
    {
        var local = moment.ToUnixTimeTicks() + (zone.GetUtcOffset(moment).Seconds * TimeSpan.TicksPerSecond);
        var days = Math.DivRem(local, TimeSpan.TicksPerDay, out var rest) - (rest < 0 ? 1 : 0);
        return DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + (int)days);
    }
}
