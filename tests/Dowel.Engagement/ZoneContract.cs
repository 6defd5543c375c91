using Dowel.Conformance;
using Dowel.Data;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class ZoneContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Fact]
    public async Task A_change_counts_from_the_end_of_the_day_and_20_hours_after_the_last_award()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync("Europe/Berlin");
        await GrantAsync(user, "2026-11-21T21:00:00Z");

        var result = await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);

        // The day ends at 23:00, and the wait at 17:00 of the next.
        result.ShouldBe(new(ZoneChangeStatus.Scheduled, "Europe/Berlin", "Asia/Tokyo", At("2026-11-22T17:00:00Z")));
        Clock.Time = At("2026-11-22T16:59:59Z");
        (await Rewards.ReadProfileAsync(user, Cancellation))!.ShouldSatisfyAllConditions(
            profile => profile.RewardTz.ShouldBe("Europe/Berlin"), profile => profile.PendingTz.ShouldBe("Asia/Tokyo"));
        Clock.Time = At("2026-11-22T17:00:00Z");
        (await Rewards.ReadProfileAsync(user, Cancellation))!.ShouldSatisfyAllConditions(
            profile => profile.RewardTz.ShouldBe("Asia/Tokyo"), profile => profile.PendingTz.ShouldBeNull(), profile => profile.PendingAppliesAt.ShouldBeNull());

        var receipt = await GrantAsync(user, "2026-11-22T17:30:00Z");

        // The 22nd was there to be claimed, in Berlin, until 17:00.
        (receipt.RewardDayId, receipt.StreakDay).ShouldBe(("2026-11-23@Asia/Tokyo", 1));
        (await HistoryAsync(user)).ShouldBe("Requested Europe/Berlin>Asia/Tokyo 2026-11-21 23:00, Applied Europe/Berlin>Asia/Tokyo 2026-11-22 17:00");
    }

    [Fact]
    public async Task Who_claims_once_more_in_the_old_zone_waits_again()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync("UTC");
        await GrantAsync(user, "2026-11-21T23:00:00Z");
        await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);

        (await GrantAsync(user, "2026-11-22T00:30:00Z")).RewardDayId.ShouldBe("2026-11-22@UTC");

        Clock.Time = At("2026-11-22T20:29:00Z");
        (await ClaimAsync(user)).Status.ShouldBe(ClaimStatus.AlreadyRewarded);
        (await GrantAsync(user, "2026-11-22T20:30:00Z")).RewardDayId.ShouldBe("2026-11-23@Asia/Tokyo");
    }

    [Fact]
    public async Task A_change_can_be_called_off_and_replaced()
    {
        var user = await UserAsync("UTC");

        (await Rewards.ChangeZoneAsync(user, "UTC", Cancellation)).Status.ShouldBe(ZoneChangeStatus.Unchanged);
        (await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation)).Status.ShouldBe(ZoneChangeStatus.Scheduled);
        (await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation)).Status.ShouldBe(ZoneChangeStatus.Unchanged);
        (await Rewards.ChangeZoneAsync(user, "Asia/Dhaka", Cancellation)).Status.ShouldBe(ZoneChangeStatus.Scheduled);
        (await Rewards.ChangeZoneAsync(user, "UTC", Cancellation)).ShouldBe(new(ZoneChangeStatus.Cancelled, "UTC"));
        (await Rewards.ChangeZoneAsync("nobody", "UTC", Cancellation)).ShouldBe(new(ZoneChangeStatus.UnknownUser));

        Clock.Time += TimeSpan.FromDays(3);
        (await Rewards.ReadProfileAsync(user, Cancellation))!.RewardTz.ShouldBe("UTC");
        (await HistoryAsync(user)).ShouldBe(
            "Requested UTC>Asia/Tokyo 2026-11-22 00:00, Cancelled UTC>Asia/Tokyo 2026-11-22 00:00, Requested UTC>Asia/Dhaka 2026-11-22 00:00, Cancelled UTC>Asia/Dhaka 2026-11-22 00:00");
    }

    [Fact]
    public async Task A_change_that_has_come_about_is_noted_by_the_next_wish()
    {
        var user = await UserAsync("UTC");
        await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);
        Clock.Time = At("2026-11-25T10:00:00Z");

        var result = await Rewards.ChangeZoneAsync(user, "UTC", Cancellation);

        result.ShouldBe(new(ZoneChangeStatus.Scheduled, "Asia/Tokyo", "UTC", At("2026-11-25T15:00:00Z")));
        (await HistoryAsync(user)).ShouldBe("Requested UTC>Asia/Tokyo 2026-11-22 00:00, Applied UTC>Asia/Tokyo 2026-11-22 00:00, Requested Asia/Tokyo>UTC 2026-11-25 15:00");
    }

    [Fact]
    public async Task A_date_is_rewarded_once_whatever_zone_it_was_of()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync("Pacific/Kiritimati");
        var first = await GrantAsync(user, "2026-11-20T10:05:00Z");
        await Rewards.ChangeZoneAsync(user, "Pacific/Pago_Pago", Cancellation);

        // A day later it is the 20th there, then the 21st, which has been rewarded.
        foreach (var time in new[] { "2026-11-21T10:30:00Z", "2026-11-21T11:30:00Z" })
        {
            Clock.Time = At(time);
            (await ClaimAsync(user)).ShouldBe(new(ClaimStatus.AlreadyRewarded, first));
        }

        var next = await GrantAsync(user, "2026-11-22T11:00:00Z");
        (next.RewardDayId, next.StreakDay).ShouldBe(("2026-11-22@Pacific/Pago_Pago", 2));
    }

    [Fact]
    public async Task A_streak_outlives_the_date_that_a_change_skips()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync("Pacific/Pago_Pago");
        await GrantAsync(user, "2026-11-21T11:05:00Z");
        await Rewards.ChangeZoneAsync(user, "Pacific/Kiritimati", Cancellation);
        Clock.Time = At("2026-11-22T11:30:00Z");
        await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);

        // From the 21st to the 23rd; one wish has noted the change, and the claim comes before the other one counts.
        var next = await GrantAsync(user, "2026-11-22T11:40:00Z");

        (next.RewardDayId, next.StreakDay).ShouldBe(("2026-11-23@Pacific/Kiritimati", 2));
    }

    [Fact]
    public async Task Claims_and_wishes_at_once_never_grant_twice_within_20_hours_through_a_change()
    {
        await ActivateAsync(new(50));
        var random = new Random(5);
        string[] zones = ["UTC", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"];
        var user = await UserAsync("UTC");
        for (var round = 0; round < 12; round++)
        {
            var wishes = Enumerable.Range(0, 3).Select(_ => zones[random.Next(zones.Length)]).ToList();
            await Task.WhenAll(wishes.Select(zone => Task.Run(() => (Task)Rewards.ChangeZoneAsync(user, zone, Cancellation)))
                .Concat(Enumerable.Range(0, 3).Select(_ => Task.Run(() => (Task)ClaimAsync(user)))));
            Clock.Time += TimeSpan.FromHours(random.Next(3, 16));
        }

        var awards = (await Place.QueryAsync($"""
            select a.reward_day_id, a.created_at from {Table("xp_awards")} a join {Table("xp_users")} u on u.user_id = a.user_id
            where u.external_user_id = '{user}' order by a.award_id
            """)).Split(',').Select(row => row.Split('|')).Select(row => (Day: row[0], Time: DateTimeOffset.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal))).ToList();
        awards.Count.ShouldBeGreaterThan(2);
        foreach (var (before, after) in awards.Zip(awards.Skip(1)))
        {
            string.CompareOrdinal(after.Day[..10], before.Day[..10]).ShouldBeGreaterThan(0);
            if (after.Day[10..] != before.Day[10..])
            {
                (after.Time - before.Time).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(20));
            }
        }
    }

    private async Task<string> HistoryAsync(string user) => string.Join(", ", (await Rewards.ListZoneHistoryAsync(user, new PageRequest(20), Cancellation)).Items
        .Select(happened => $"{happened.Event} {happened.FromTz}>{happened.ToTz} {happened.EffectiveAt:yyyy-MM-dd HH:mm}"));
}

public sealed class SqliteZones(Places places) : ZoneContract(Engine.Sqlite, places);

public sealed class PostgresZones(Places places) : ZoneContract(Engine.Postgres, places);
