using Dowel.Conformance;
using Dowel.Data;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class LedgerContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Fact]
    public async Task Credits_and_debits_are_entered_once()
    {
        var (user, id) = (await UserAsync(), Guid.NewGuid());

        var credit = await Rewards.PostAsync(new(user, 30, "GIFT", Guid.NewGuid(), new() { ["from"] = "ann" }), Cancellation);
        var debit = await Rewards.PostAsync(new(user, -20, "SHOP", id), Cancellation);
        var again = await Rewards.PostAsync(new(user, -20, "SHOP", id), Cancellation);

        (credit.Status, credit.Entry!.Metadata.ToJsonString(), credit.Entry.SeasonId).ShouldBe((PostStatus.Posted, """{"from":"ann"}""", "2026-11"));
        (debit.Status, again.Status, again.Entry!.LedgerId).ShouldBe((PostStatus.Posted, PostStatus.Repeated, debit.Entry!.LedgerId));
        (await Rewards.PostAsync(new(user, -21, "SHOP", id), Cancellation)).ShouldBe(new(PostStatus.CorrelationIdTaken));
        (await Rewards.PostAsync(new(await UserAsync(), -20, "SHOP", id), Cancellation)).ShouldBe(new(PostStatus.CorrelationIdTaken));
        (await Rewards.PostAsync(new("nobody", 1, "GIFT", Guid.NewGuid()), Cancellation)).ShouldBe(new(PostStatus.UnknownUser));
        var profile = (await Rewards.ReadProfileAsync(user, Cancellation))!;
        (profile.CurrentBalance, profile.LifetimeXp, profile.SeasonalXp).ShouldBe((10, 30, 30));
    }

    [Fact]
    public async Task A_debit_below_zero_is_refused_and_not_entered()
    {
        var user = await UserAsync();
        (await Rewards.PostAsync(new(user, -1, "SHOP", Guid.NewGuid()), Cancellation)).ShouldBe(new(PostStatus.InsufficientBalance));
        await Rewards.PostAsync(new(user, 10, "GIFT", Guid.NewGuid()), Cancellation);

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Rewards.PostAsync(new(user, -4, "SHOP", Guid.NewGuid()), Cancellation))));

        results.Count(result => result.Status == PostStatus.Posted).ShouldBe(2);
        results.Count(result => result == new PostResult(PostStatus.InsufficientBalance)).ShouldBe(10);
        (await CountAsync("xp_ledger", user)).ShouldBe(3);
    }

    [Theory]
    [InlineData(0, "GIFT")]
    [InlineData(1, " ")]
    [InlineData(1, "DAILY_LOGIN")]
    public async Task A_posting_that_is_none_is_misuse(long amount, string reason) =>
        await Should.ThrowAsync<ArgumentException>(() => Rewards.PostAsync(new("user", amount, reason, Guid.NewGuid()), Cancellation));

    [Fact]
    public async Task History_is_paged_by_number_and_from_where_it_ended()
    {
        var user = await UserAsync();
        for (var i = 1; i <= 5; i++)
        {
            // Two share a time, so that the number decides.
            Clock.Time = At("2026-11-21T12:00:00Z").AddMinutes(i / 2);
            await Rewards.PostAsync(new(user, i, "GIFT", Guid.NewGuid()), Cancellation);
        }

        await Rewards.PostAsync(new(await UserAsync(), 99, "GIFT", Guid.NewGuid()), Cancellation);

        var page = await Rewards.ListHistoryAsync(user, new PageRequest(2, 2) { CountTotal = true }, Cancellation);
        (string.Join(',', page.Items.Select(entry => entry.Amount)), page.HasMore, page.Total).ShouldBe(("3,2", true, 5));

        var first = await Rewards.ListHistoryAsync(user, new CursorRequest(3), Cancellation);
        await Rewards.PostAsync(new(user, 6, "LATER", Guid.NewGuid()), Cancellation);
        var second = await Rewards.ListHistoryAsync(user, new CursorRequest(3, first.Next), Cancellation);
        first.Items.Select(entry => entry.Amount).ShouldBe([5, 4, 3]);
        second.Items.Select(entry => entry.Amount).ShouldBe([2, 1]);
        (await Rewards.ListHistoryAsync("nobody", new PageRequest(2), Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_who_is_deleted_takes_everything_along()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync();
        await ClaimAsync(user);
        await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);
        var id = await Place.QueryAsync($"select user_id from {Table("xp_users")} where external_user_id = '{user}'");

        (await Rewards.DeleteUserAsync(user, Cancellation)).ShouldBeTrue();

        foreach (var table in new[] { "xp_ledger", "xp_awards", "xp_streaks", "xp_balance", "xp_zone_history" })
        {
            (await Place.QueryAsync($"select count(*) from {Table(table)} where user_id = {id}")).ShouldBe("0", table);
        }

        (await Rewards.DeleteUserAsync(user, Cancellation)).ShouldBeFalse();
        (await Rewards.SetSegmentAsync(user, "vip", Cancellation)).ShouldBeFalse();
        (await Rewards.EnrollAsync(user, "UTC", cancellationToken: Cancellation)).ShouldBe(EnrollStatus.Enrolled);
        (await Rewards.EnrollAsync(user, "Asia/Tokyo", cancellationToken: Cancellation)).ShouldBe(EnrollStatus.AlreadyEnrolled);
        (await Rewards.ReadProfileAsync(user, Cancellation))!.RewardTz.ShouldBe("UTC");
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("UTC+05:30")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public async Task A_zone_that_the_iana_does_not_have_is_answered(string zone)
    {
        (await Rewards.EnrollAsync("somebody", zone, cancellationToken: Cancellation)).ShouldBe(EnrollStatus.UnknownZone);
        (await Rewards.ChangeZoneAsync(await UserAsync(), zone, Cancellation)).ShouldBe(new(ZoneChangeStatus.UnknownZone));
    }
}

public sealed class SqliteLedger(Places places) : LedgerContract(Engine.Sqlite, places);

public sealed class PostgresLedger(Places places) : LedgerContract(Engine.Postgres, places);
