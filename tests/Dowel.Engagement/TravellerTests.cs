using FsCheck;
using FsCheck.Fluent;
using PlayerEngagement;

namespace Dowel.Engagement;

public sealed class TravellerTests
{
    private static readonly DateTimeOffset[] Starts = [At("1971-01-01"), At("1993-08-19"), At("2006-10-26"), At("2011-12-27"), At("2026-03-27"), At("2026-11-20"), At("2096-02-27")];

    [Fact]
    public void Whoever_changes_zones_at_will_never_gets_two_rewards_within_20_hours_through_a_change() => Check(choices =>
    {
        var traveller = new Traveller(Starts[choices[0] % Starts.Length], Traveller.Zones[choices[1] % Traveller.Zones.Length]);
        var start = traveller.Now;
        foreach (var choice in choices)
        {
            traveller.Wait(TimeSpan.FromMinutes(choice % 7 == 0 ? choice % 1440 : choice % 90));
            if (choice % 3 == 0)
            {
                traveller.Wish(Traveller.Zones[choice % Traveller.Zones.Length]);
            }
            else
            {
                traveller.Claim();
            }
        }

        traveller.Shortest.ShouldBeGreaterThanOrEqualTo(ZoneClock.Wait);
        traveller.Awards.ShouldBeLessThanOrEqualTo((int)Math.Ceiling((traveller.Now - start).TotalDays) + 3);
    });

    // Eastwards every day is shorter than one, until the date line takes one back.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Whoever_goes_round_the_world_gets_one_reward_for_each_date(int direction)
    {
        string[] round = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Marquesas", "America/Denver", "America/Sao_Paulo", "UTC", "Europe/Moscow", "Asia/Dhaka", "Asia/Tokyo", "Pacific/Auckland"];
        var traveller = new Traveller(At("2026-01-01"), round[0]);
        var place = 0;
        for (var hour = 0; hour < 24 * 400; hour++)
        {
            traveller.Claim();
            if (hour % 5 == 0)
            {
                place = (place + direction + round.Length) % round.Length;
                traveller.Wish(round[place]);
            }

            traveller.Wait(TimeSpan.FromHours(1));
        }

        traveller.Awards.ShouldBeInRange(200, 403);
        traveller.Shortest.ShouldBeGreaterThanOrEqualTo(ZoneClock.Wait);
    }

    [Fact]
    public void A_date_that_a_change_of_zones_skips_was_never_missed()
    {
        // From 11 hours behind to 14 ahead, as the day ends: the 22nd never was.
        var leaves = DateTimeOffset.Parse("2026-11-22T11:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        RewardCalendar.SkippedDates([("Pacific/Pago_Pago", leaves.AddHours(-20), leaves), ("Pacific/Kiritimati", leaves, leaves.AddHours(1))]).ShouldBe(1);
        RewardCalendar.SkippedDates([("Pacific/Kiritimati", leaves.AddHours(-20), leaves), ("Pacific/Pago_Pago", leaves, leaves.AddDays(3))]).ShouldBe(0);
        RewardCalendar.SkippedDates([("UTC", leaves, leaves.AddDays(40))]).ShouldBe(0);
        RewardCalendar.SkippedDates([("Pacific/Apia", At("2011-12-20"), At("2012-01-05"))]).ShouldBe(1);
        RewardCalendar.SkippedDates([]).ShouldBe(0);
    }

    private static void Check(Action<int[]> property) => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(300).ToArbitrary(), property)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static DateTimeOffset At(string date) => DateTimeOffset.Parse($"{date}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
