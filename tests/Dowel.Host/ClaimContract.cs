using Dowel.Data;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>Rewards when everybody asks at once and asks again.</summary>
public abstract class ClaimContract(SharedHost host) : HostContract(host)
{
    private const int AtOnce = 100;

    [Fact]
    public async Task Of_a_hundred_claims_at_once_one_is_granted()
    {
        var player = await EnrollAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => player.ClaimAsync(Guid.NewGuid())));

        replies.Count(reply => reply.ShouldBe(200, 201).Status == 201).ShouldBe(1);
        replies.Count(reply => reply.Body.GetProperty("granted").GetBoolean()).ShouldBe(1);
        replies.Select(reply => reply.Body.GetProperty("receipt").GetRawText()).Distinct().Count().ShouldBe(1);
        await ShouldHaveAsync(player, entries: 1, balance: 10);
    }

    [Fact]
    public async Task One_claim_that_is_sent_a_hundred_times_at_once_is_answered_alike_and_done_once()
    {
        var (player, key) = (await EnrollAsync(), Guid.NewGuid());

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => player.ClaimAsync(key)));

        replies.Count(reply => reply.ShouldBe(200, 201).Status == 201).ShouldBe(1);
        replies.Select(reply => reply.Text).Distinct().Count().ShouldBe(1);
        await ShouldHaveAsync(player, entries: 1, balance: 10);
    }

    [Fact]
    public async Task A_claim_that_is_repeated_on_another_day_is_the_one_that_it_was()
    {
        var (player, key) = (await EnrollAsync(), Guid.NewGuid());
        var first = (await player.ClaimAsync(key)).ShouldBe(201);
        Running.Clock.Advance(TimeSpan.FromDays(1));
        player = await User.LogInAsync(Running, player.Email);

        (await player.ClaimAsync(key)).ShouldBe(200).Text.ShouldBe(first.Text);
        (await player.ClaimAsync(Guid.NewGuid())).ShouldBe(201).Body.GetProperty("receipt").GetProperty("streakDay").GetInt32().ShouldBe(2);
        (await player.ClaimAsync(key)).ShouldBe(200).Text.ShouldBe(first.Text);
        await ShouldHaveAsync(player, entries: 2, balance: 20);
    }

    [Fact]
    public async Task A_key_of_another_is_refused_and_tells_nothing()
    {
        var (ann, eve, key) = (await EnrollAsync(), await EnrollAsync(), Guid.NewGuid());
        (await ann.ClaimAsync(key)).ShouldBe(201);

        (await eve.ClaimAsync(key)).ShouldFail(409).Text.ShouldNotContain("receipt");
        (await eve.GetAsync($"/xp/receipts/{key}")).ShouldBe(404).Shape().ShouldBe((await eve.GetAsync($"/xp/receipts/{Guid.NewGuid()}")).Shape());
        (await PostAsync(eve, key, 5)).ShouldFail(409);
        await ShouldHaveAsync(eve, entries: 0, balance: 0);
        (await eve.ClaimAsync(Guid.NewGuid())).ShouldBe(201);
    }

    [Fact]
    public async Task A_key_of_a_posting_is_none_of_a_claim()
    {
        var (player, key) = (await EnrollAsync(), Guid.NewGuid());
        (await PostAsync(player, key, 5)).ShouldBe(200);

        (await player.ClaimAsync(key)).ShouldFail(409);
        await ShouldHaveAsync(player, entries: 1, balance: 5);
    }

    [Fact]
    public async Task A_posting_that_is_sent_often_at_once_is_entered_once()
    {
        var (player, key) = (await EnrollAsync(), Guid.NewGuid());

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(player, key, 5)));

        replies.Select(reply => reply.ShouldBe(200).Text).Distinct().Count().ShouldBe(1);
        await ShouldHaveAsync(player, entries: 1, balance: 5);
    }

    [Fact]
    public async Task A_balance_is_spent_once()
    {
        var player = await EnrollAsync();
        (await PostAsync(player, Guid.NewGuid(), 50)).ShouldBe(200);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(player, Guid.NewGuid(), -10)));

        replies.Count(reply => reply.ShouldBe(200, 409).Status == 200).ShouldBe(5);
        await ShouldHaveAsync(player, entries: 6, balance: 0);
    }

    [Fact]
    public async Task What_cannot_be_claimed_is_refused()
    {
        var (stranger, player) = (await Host.AddAsync("stranger"), await EnrollAsync());

        (await stranger.ClaimAsync(Guid.NewGuid())).ShouldBe(404);
        (await player.ClaimAsync(Guid.NewGuid(), "?policy=none-of-that-name")).ShouldFail(409);
        (await player.ClaimAsync(Guid.Empty)).ShouldFail(400);
        (await player.PostAsync("/xp/claims")).ShouldFail(400);
        (await player.SendAsync("POST", "/xp/claims", null, ("Idempotency-Key", "not-a-uuid"))).ShouldFail(400);
        await ShouldHaveAsync(player, entries: 0, balance: 0);
    }

    private async Task<User> EnrollAsync()
    {
        var player = await Host.AddAsync("claims");
        (await player.PostAsync("/xp/player", new { rewardTz = "Europe/Berlin" })).ShouldBe(201);
        return player;
    }

    private async Task<Reply> PostAsync(User player, Guid key, int amount) =>
        await (await Host.AdminAsync()).SendAsync("POST", $"/xp/players/{player.Id}/postings", new { amount, reason = "gift" }, ("Idempotency-Key", $"{key}"));

    private async Task ShouldHaveAsync(User player, int entries, long balance)
    {
        (await player.GetAsync("/xp/player")).Body.GetProperty("currentBalance").GetInt64().ShouldBe(balance);
        (await player.GetAsync("/xp/ledger?limit=500")).Values.Length.ShouldBe(entries);
        (await Running.Tables.QueryAsync(
            SystemNames.PlayerEngagement,
            $"select count(*), coalesce(sum(l.amount), 0) from xp_ledger l join xp_users u on u.user_id = l.user_id where u.external_user_id = '{player.Id}'")).ShouldBe($"{entries}|{balance}");
    }
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteClaim(SqliteHost host) : ClaimContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresClaim(PostgresHost host) : ClaimContract(host);
