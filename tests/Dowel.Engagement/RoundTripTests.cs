using Dowel.Conformance;
using Npgsql;
using PlayerEngagement;
using Options = Microsoft.Extensions.Options.Options;

namespace Dowel.Engagement;

public sealed class RoundTripTests(Places places) : EngagementContract(Engine.Postgres, places)
{
    [Fact]
    public async Task A_claim_reads_once_and_writes_once_and_the_write_commits_itself()
    {
        await ActivateAsync(new(50));
        await using var proxy = new PostgresProxy(Place.ConnectionString);
        var connection = new NpgsqlConnectionStringBuilder(proxy.ConnectionString) { Pooling = true, MaxPoolSize = 1 }.ConnectionString;
        await using var service = new PlayerEngagementDbmService(Options.Create(new PlayerEngagementDbmOptions { ConnectionString = connection }));
        var rewards = new RewardService(service, [new ConsecutiveStreak()], Clock);
        var (first, user, id) = (await UserAsync(), await UserAsync(), Guid.NewGuid());

        // Statements are prepared by the first claim.
        var other = Guid.NewGuid();
        await rewards.ClaimAsync(first, other, Policy, Cancellation);
        await rewards.ClaimAsync(first, other, Policy, Cancellation);
        await rewards.ClaimAsync(first, Guid.NewGuid(), Policy, Cancellation);

        (await CountAsync(proxy, () => rewards.ClaimAsync(user, id, Policy, Cancellation))).ShouldBe((2, ClaimStatus.Granted));
        (await CountAsync(proxy, () => rewards.ClaimAsync(user, id, Policy, Cancellation))).ShouldBe((2, ClaimStatus.Repeated));
        (await CountAsync(proxy, () => rewards.ClaimAsync(user, Guid.NewGuid(), Policy, Cancellation))).ShouldBe((2, ClaimStatus.AlreadyRewarded));
        (await CountAsync(proxy, () => rewards.ClaimAsync("nobody", id, Policy, Cancellation))).ShouldBe((1, ClaimStatus.UnknownUser));
    }

    private static async Task<(int RoundTrips, ClaimStatus Status)> CountAsync(PostgresProxy proxy, Func<Task<ClaimResult>> claim)
    {
        var before = proxy.RoundTrips;
        var result = await claim();
        return (proxy.RoundTrips - before, result.Status);
    }
}
