using Dowel.Conformance;
using Dowel.Data;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class PolicyContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Fact]
    public async Task Versions_are_numbered_listed_and_come_back_as_they_were()
    {
        var policy = new PolicyDefinition(
            100,
            new("decaying", new() { ["lossPerMissedDay"] = 3 }),
            2,
            [new(1, 100), new(7, 250)],
            [new("s1", new(2026, 11, 1), new(2026, 11, 30), new(BaseXp: 150))],
            new Dictionary<string, PolicyOverride> { ["vip"] = new(GraceDays: 5, Curve: [new(1, 300)]) });

        var first = await Rewards.PublishPolicyAsync(Policy, policy, "ann", Cancellation);
        var second = await Rewards.PublishPolicyAsync(Policy, new(1), "bob", Cancellation);

        (first.Version!.Version, second.Version!.Version, first.Version.IsActive).ShouldBe((1, 2, false));
        (await Rewards.FindActivePolicyAsync(Policy, Cancellation)).ShouldBeNull();
        var listed = await Rewards.ListPolicyVersionsAsync(Policy, new PageRequest(5), Cancellation);
        listed.Items.Select(version => (version.Version, version.CreatedBy)).ShouldBe([(2, "bob"), (1, "ann")]);
        Text(listed.Items[1].Definition).ShouldBe(Text(policy));
        listed.Items[1].Definition.GraceDays.ShouldBe(2);
    }

    [Fact]
    public async Task A_policy_with_mistakes_is_not_published()
    {
        var result = await Rewards.PublishPolicyAsync(Policy, new(0, new("none")), "ann", Cancellation);

        result.Version.ShouldBeNull();
        result.Mistakes.Count.ShouldBe(2);
        (await Rewards.ListPolicyVersionsAsync(Policy, new PageRequest(5), Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_version_is_active_and_activating_another_retires_it()
    {
        await ActivateAsync(new(10));
        await ActivateAsync(new(20));

        (await Rewards.FindActivePolicyAsync(Policy, Cancellation))!.Definition.BaseXp.ShouldBe(20);
        (await Rewards.ActivatePolicyAsync(Policy, 2, Cancellation)).ShouldBe(ActivateStatus.AlreadyActive);
        (await Rewards.ActivatePolicyAsync(Policy, 3, Cancellation)).ShouldBe(ActivateStatus.UnknownVersion);
        (await Rewards.ActivatePolicyAsync(Policy, 1, Cancellation)).ShouldBe(ActivateStatus.Activated);
        (await ClaimAsync(await UserAsync())).Receipt!.ShouldSatisfyAllConditions(receipt => receipt.XpAwarded.ShouldBe(10), receipt => receipt.PolicyVersion.ShouldBe(1));
    }

    [Fact]
    public async Task Versions_that_are_published_at_once_all_get_numbers()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(
            xp => Task.Run(() => Rewards.PublishPolicyAsync(Policy, new(xp), "ann", Cancellation), Cancellation)));

        results.Select(result => result.Version!.Version).Order().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Whoever_reads_while_versions_are_activated_finds_exactly_one()
    {
        await ActivateAsync(new(1));
        await Rewards.PublishPolicyAsync(Policy, new(2), "ann", Cancellation);
        await Rewards.PublishPolicyAsync(Policy, new(3), "ann", Cancellation);
        using var end = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var misses = 0;
            while (!end.IsCancellationRequested)
            {
                misses += await Rewards.FindActivePolicyAsync(Policy, Cancellation) is null ? 1 : 0;
            }

            return misses;
        });

        await Task.WhenAll(Enumerable.Range(0, 18).Select(i => Task.Run(() => Rewards.ActivatePolicyAsync(Policy, (i % 3) + 1, Cancellation))));

        await end.CancelAsync();
        (await reader).ShouldBe(0);
        (await Place.QueryAsync($"select count(*) from {Table("xp_rules")} where policy_key = '{Policy}' and is_active")).ShouldBe("1");
    }

    private static string Text(PolicyDefinition policy) => System.Text.Json.JsonSerializer.Serialize(policy, EngagementJson.Default.PolicyDefinition);
}

public sealed class SqlitePolicies(Places places) : PolicyContract(Engine.Sqlite, places);

public sealed class PostgresPolicies(Places places) : PolicyContract(Engine.Postgres, places);
