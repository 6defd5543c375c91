using Dowel.Conformance;
using Dowel.Data;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class ClaimContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Fact]
    public async Task A_claim_grants_the_days_reward()
    {
        await ActivateAsync(new(50, Seasons: [new("s1", new(2026, 11, 1), new(2026, 11, 30))]));
        var user = await UserAsync("Asia/Tokyo");
        var id = Guid.NewGuid();

        var result = await ClaimAsync(user, id);

        result.ShouldBe(new(ClaimStatus.Granted, new(id, "2026-11-21@Asia/Tokyo", 50, 1, Policy, 1, Clock.Time)));
        var profile = (await Rewards.ReadProfileAsync(user, Cancellation))!;
        (profile.CurrentBalance, profile.LifetimeXp, profile.SeasonalXp, profile.SeasonId).ShouldBe((50, 50, 50, "s1"));
        (profile.CurrentStreak, profile.LongestStreak, profile.LastRewardDayId, profile.CanClaim).ShouldBe((1, 1, "2026-11-21@Asia/Tokyo", false));
        profile.RewardDayEndsAt.ShouldBe(At("2026-11-21T15:00:00Z"));
        var entry = (await Rewards.ListHistoryAsync(user, new PageRequest(10), Cancellation)).Items.ShouldHaveSingleItem();
        (entry.Amount, entry.Reason, entry.CorrelationId, entry.PolicyKey, entry.PolicyVersion, entry.SeasonId).ShouldBe((50, "DAILY_LOGIN", id, Policy, 1, "s1"));
        entry.Metadata.ToJsonString().ShouldBe("""{"rewardDayId":"2026-11-21@Asia/Tokyo"}""");
        (await Place.QueryAsync($"select model_state_snapshot from {Table("xp_awards")} where receipt_id = '{id}'"))
            .Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"model":"consecutive"}""");
    }

    [Fact]
    public async Task The_same_request_gets_the_first_receipt()
    {
        await ActivateAsync(new(50));
        var (user, id) = (await UserAsync(), Guid.NewGuid());
        var first = await ClaimAsync(user, id);
        Clock.Time += TimeSpan.FromDays(3);

        var again = await ClaimAsync(user, id);

        again.ShouldBe(new(ClaimStatus.Repeated, first.Receipt));
        (await Rewards.FindReceiptAsync(user, id, Cancellation)).ShouldBe(first.Receipt);
        (await CountAsync("xp_ledger", user)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_claim_of_a_day_gets_the_first_award_and_nothing_else()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync();
        var first = await ClaimAsync(user);
        Clock.Time += TimeSpan.FromHours(2);

        var second = await ClaimAsync(user);

        second.ShouldBe(new(ClaimStatus.AlreadyRewarded, first.Receipt));
        (await CountAsync("xp_awards", user)).ShouldBe(1);
        (await Rewards.ReadProfileAsync(user, Cancellation))!.CurrentBalance.ShouldBe(50);
    }

    [Fact]
    public async Task A_correlation_id_of_another_user_is_refused_and_nothing_is_told()
    {
        await ActivateAsync(new(50));
        var (mine, others, id) = (await UserAsync(), await UserAsync(), Guid.NewGuid());
        await ClaimAsync(others, id);

        (await ClaimAsync(mine, id)).ShouldBe(new(ClaimStatus.CorrelationIdTaken));

        (await Rewards.FindReceiptAsync(mine, id, Cancellation)).ShouldBeNull();
        (await CountAsync("xp_ledger", mine)).ShouldBe(0);
        (await ClaimAsync(mine)).Status.ShouldBe(ClaimStatus.Granted);
    }

    [Fact]
    public async Task A_correlation_id_of_a_credit_is_no_claims()
    {
        await ActivateAsync(new(50));
        var (user, id) = (await UserAsync(), Guid.NewGuid());
        await Rewards.PostAsync(new(user, 5, "GIFT", id), Cancellation);

        (await ClaimAsync(user, id)).ShouldBe(new(ClaimStatus.CorrelationIdTaken));
    }

    [Fact]
    public async Task Who_is_not_enrolled_and_what_has_no_policy_is_answered()
    {
        (await ClaimAsync("nobody")).ShouldBe(new(ClaimStatus.UnknownUser));
        (await ClaimAsync(await UserAsync())).ShouldBe(new(ClaimStatus.NoActivePolicy));
        (await Rewards.ReadProfileAsync("nobody", Cancellation)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(() => ClaimAsync("nobody", Guid.Empty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hundred_claims_at_once_grant_once(bool haveOneId)
    {
        await ActivateAsync(new(50));
        var (user, id) = (await UserAsync(), Guid.NewGuid());

        var results = await AllAsync(100, _ => ClaimAsync(user, haveOneId ? id : null));

        results.Count(result => result.Status == ClaimStatus.Granted).ShouldBe(1);
        results.Select(result => result.Status).Distinct().Order().ShouldBe([ClaimStatus.Granted, haveOneId ? ClaimStatus.Repeated : ClaimStatus.AlreadyRewarded]);
        results.Select(result => result.Receipt).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        (await CountAsync("xp_ledger", user), await CountAsync("xp_awards", user)).ShouldBe((1, 1));
        (await Rewards.ReadProfileAsync(user, Cancellation))!.CurrentBalance.ShouldBe(50);
    }

    [Fact]
    public async Task One_correlation_id_of_many_users_at_once_grants_to_one()
    {
        await ActivateAsync(new(50));
        var id = Guid.NewGuid();
        var users = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            users.Add(await UserAsync());
        }

        var results = await AllAsync(users.Count, i => ClaimAsync(users[i], id));

        results.Count(result => result.Status == ClaimStatus.Granted).ShouldBe(1);
        results.Count(result => result == new ClaimResult(ClaimStatus.CorrelationIdTaken)).ShouldBe(users.Count - 1);
    }

    [Fact]
    public async Task What_fails_at_its_last_write_has_written_nothing()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync();
        await Rewards.PostAsync(new(user, long.MaxValue - 10, "GIFT", Guid.NewGuid()), Cancellation);

        await Should.ThrowAsync<DatabaseException>(() => ClaimAsync(user));

        (await CountAsync("xp_ledger", user), await CountAsync("xp_awards", user), await CountAsync("xp_streaks", user)).ShouldBe((1, 0, 0));
        (await Rewards.PostAsync(new(user, -100, "SHOP", Guid.NewGuid()), Cancellation)).Status.ShouldBe(PostStatus.Posted);
    }

    [Fact]
    public async Task Claims_and_postings_at_once_leave_a_balance_that_is_the_ledgers_sum()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync();

        await AllAsync(30, i => i % 3 == 0
            ? ClaimAsync(user)
            : (Task)Rewards.PostAsync(new(user, i % 3 == 1 ? 40 : -30, "TEST", Guid.NewGuid()), Cancellation));

        (await Place.QueryAsync($"""
            select b.current_balance - (select sum(l.amount) from {Table("xp_ledger")} l where l.user_id = b.user_id)
            from {Table("xp_balance")} b join {Table("xp_users")} u on u.user_id = b.user_id where u.external_user_id = '{user}'
            """)).ShouldBe("0");
    }

    [Fact]
    public async Task A_request_whose_answer_is_lost_is_asked_again_and_done_once()
    {
        await ActivateAsync(new(50));
        var service = new LossyService(Service.Database);
        var rewards = new RewardService(service, [new ConsecutiveStreak()], Clock);
        var (user, id) = (await UserAsync(), Guid.NewGuid());

        service.Lossy.LoseNext();
        var claim = await rewards.ClaimAsync(user, id, Policy, Cancellation);
        service.Lossy.LoseNext();
        var credit = await rewards.PostAsync(new(user, 7, "GIFT", Guid.NewGuid()), Cancellation);

        (claim.Status, claim.Receipt!.ReceiptId, credit.Status).ShouldBe((ClaimStatus.Repeated, id, PostStatus.Repeated));
        (await CountAsync("xp_ledger", user), await CountAsync("xp_awards", user)).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_day_goes_by_midnight_in_the_players_zone()
    {
        await ActivateAsync(new(50));
        var user = await UserAsync("America/St_Johns");

        (await GrantAsync(user, "2026-11-21T03:20:00Z")).RewardDayId.ShouldBe("2026-11-20@America/St_Johns");
        (await GrantAsync(user, "2026-11-21T03:40:00Z")).RewardDayId.ShouldBe("2026-11-21@America/St_Johns");
    }

    private static async Task<TResult[]> AllAsync<TResult>(int count, Func<int, Task<TResult>> work) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => work(i), Cancellation)));

    private static async Task AllAsync(int count, Func<int, Task> work) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => work(i), Cancellation)));
}

public sealed class SqliteClaims(Places places) : ClaimContract(Engine.Sqlite, places);

public sealed class PostgresClaims(Places places) : ClaimContract(Engine.Postgres, places);
