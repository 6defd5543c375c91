using Dowel.Conformance;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class StreakContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Fact]
    public async Task A_streak_grows_bears_its_grace_and_begins_again()
    {
        await ActivateAsync(new(100, GraceDays: 1, Curve: [new(1, 100), new(2, 150), new(4, 200)]));
        var user = await UserAsync();
        var days = new[] { "01", "02", "04", "05", "07", "08" };

        var receipts = new List<Receipt>();
        foreach (var day in days)
        {
            receipts.Add(await GrantAsync(user, $"2026-12-{day}T10:00:00Z"));
        }

        receipts.Select(receipt => (receipt.StreakDay, receipt.XpAwarded)).ShouldBe([(1, 100), (2, 150), (3, 150), (4, 200), (1, 100), (2, 150)]);
        var profile = (await Rewards.ReadProfileAsync(user, Cancellation))!;
        (profile.CurrentStreak, profile.LongestStreak, profile.GraceUsed).ShouldBe((2, 4, 0));
    }

    [Fact]
    public async Task A_decaying_streak_remembers_in_its_own_state()
    {
        await ActivateAsync(new(100, new("decaying", new() { ["lossPerMissedDay"] = 2, ["graceRefillDays"] = 3 }), GraceDays: 1));
        var user = await UserAsync();
        foreach (var day in new[] { "01", "02", "03", "05", "06", "07", "09" })
        {
            await GrantAsync(user, $"2026-12-{day}T10:00:00Z");
        }

        // A missed day is forgiven, given back after three in a row, and the next is forgiven again.
        var profile = (await Rewards.ReadProfileAsync(user, Cancellation))!;
        (profile.CurrentStreak, profile.GraceUsed).ShouldBe((7, 1));

        // Three more are missed, all of which count.
        (await GrantAsync(user, "2026-12-13T10:00:00Z")).StreakDay.ShouldBe(2);
        (await Place.QueryAsync($"select s.model_state from {Table("xp_streaks")} s join {Table("xp_users")} u on u.user_id = s.user_id where u.external_user_id = '{user}'"))
            .Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"model":"decaying","unbroken":1}""");
    }

    [Fact]
    public async Task Another_model_can_be_plugged_in_and_keeps_its_own_memory()
    {
        var rewards = new RewardService(Service, [new ConsecutiveStreak(), new EverySecondClaim()], Clock);
        await rewards.PublishPolicyAsync(Policy, new(100, new("every-second")), "tests", Cancellation);
        await rewards.ActivatePolicyAsync(Policy, 1, Cancellation);
        var user = await UserAsync();
        var days = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            days.Add((await rewards.ClaimAsync(user, Guid.NewGuid(), Policy, Cancellation)).Receipt!.StreakDay);
            Clock.Time += TimeSpan.FromDays(1);
        }

        days.ShouldBe([0, 1, 1, 2, 2]);

        // A model that the policy changes to does not see what the other one noted.
        await rewards.PublishPolicyAsync(Policy, new(100, new("consecutive")), "tests", Cancellation);
        await rewards.ActivatePolicyAsync(Policy, 2, Cancellation);
        (await rewards.ClaimAsync(user, Guid.NewGuid(), Policy, Cancellation)).Receipt!.StreakDay.ShouldBe(3);
    }

    [Fact]
    public async Task Segments_come_before_seasons_and_those_before_the_policy()
    {
        await ActivateAsync(new(
            100,
            Seasons: [new("winter", new(2026, 12, 1), new(2026, 12, 31), new(BaseXp: 200, GraceDays: 1))],
            Segments: new Dictionary<string, PolicyOverride> { ["vip"] = new(BaseXp: 300) }));
        var (plain, vip) = (await UserAsync(), await UserAsync(segment: "vip"));

        (await GrantAsync(plain, "2026-11-30T10:00:00Z")).XpAwarded.ShouldBe(100);
        (await GrantAsync(plain, "2026-12-01T10:00:00Z")).XpAwarded.ShouldBe(200);
        (await GrantAsync(vip, "2026-12-01T10:00:00Z")).XpAwarded.ShouldBe(300);
        (await GrantAsync(vip, "2026-12-03T10:00:00Z")).StreakDay.ShouldBe(2);
        (await Rewards.SetSegmentAsync(vip, null, Cancellation)).ShouldBeTrue();
        (await GrantAsync(vip, "2026-12-04T10:00:00Z")).XpAwarded.ShouldBe(200);
    }

    [Fact]
    public async Task A_season_counts_by_itself_and_anew()
    {
        await ActivateAsync(new(100, Seasons: [new("a", new(2026, 12, 1), new(2026, 12, 2)), new("b", new(2026, 12, 4), new(2026, 12, 5))]));
        var user = await UserAsync();
        var seasons = new List<(long, string?)>();
        foreach (var day in new[] { "01", "02", "03", "04" })
        {
            await GrantAsync(user, $"2026-12-{day}T10:00:00Z");
            var profile = (await Rewards.ReadProfileAsync(user, Cancellation))!;
            seasons.Add((profile.SeasonalXp, profile.SeasonId));
        }

        seasons.ShouldBe([(100, "a"), (200, "a"), (200, "a"), (100, "b")]);
    }

    [Fact]
    public async Task A_date_that_the_zone_skips_is_no_missed_day()
    {
        await ActivateAsync(new(100));
        var user = await UserAsync("Pacific/Apia");

        await GrantAsync(user, "2011-12-29T22:00:00Z");
        var next = await GrantAsync(user, "2011-12-30T22:00:00Z");

        (next.RewardDayId, next.StreakDay).ShouldBe(("2011-12-31@Pacific/Apia", 2));
    }

    private sealed class EverySecondClaim : IStreakModel
    {
        public string Name => "every-second";

        public IReadOnlyList<string> Check(System.Text.Json.Nodes.JsonObject? options) => [];

        public StreakStep Advance(StreakState before, StreakVisit visit)
        {
            var claims = (before.Memory["claims"]?.GetValue<int>() ?? 0) + 1;
            return new(claims / 2, 0, claims / 2, new() { ["claims"] = claims });
        }
    }
}

public sealed class SqliteStreaks(Places places) : StreakContract(Engine.Sqlite, places);

public sealed class PostgresStreaks(Places places) : StreakContract(Engine.Postgres, places);
