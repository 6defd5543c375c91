using Dowel.Conformance;
using PlayerEngagement;

namespace Dowel.Engagement;

/// <summary>What tests of the service share: a player, a policy and a clock of their own.</summary>
public abstract class EngagementContract(Engine engine, Places places) : IAsyncLifetime
{
    private static int _last;

    protected bool IsSqlite => engine == Engine.Sqlite;

    protected TestDatabase Place { get; private set; } = null!;

    protected PlayerEngagementDbmService Service { get; private set; } = null!;

    protected IRewardService Rewards { get; private set; } = null!;

    /// <summary>The policy of this test alone.</summary>
    protected string Policy { get; } = $"policy {Interlocked.Increment(ref _last)}";

    private protected TestClock Clock { get; } = new(At("2026-11-21T12:00:00Z"));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (Place, Service) = await places.OpenAsync(engine);
        Rewards = new RewardService(Service, [new ConsecutiveStreak(), new DecayingStreak()], Clock);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Puts a table's name behind the schema, where there are schemas.</summary>
    protected string Table(string name) => IsSqlite ? name : $"xp.{name}";

    /// <summary>Enrols somebody new.</summary>
    protected async Task<string> UserAsync(string zone = "UTC", string? segment = null)
    {
        var user = $"user {Interlocked.Increment(ref _last)}";
        (await Rewards.EnrollAsync(user, zone, segment, Cancellation)).ShouldBe(EnrollStatus.Enrolled);
        return user;
    }

    /// <summary>Publishes a policy for this test and lets claims go by it.</summary>
    protected async Task ActivateAsync(PolicyDefinition policy)
    {
        var published = await Rewards.PublishPolicyAsync(Policy, policy, "tests", Cancellation);
        published.Mistakes.ShouldBeEmpty();
        (await Rewards.ActivatePolicyAsync(Policy, published.Version!.Version, Cancellation)).ShouldBe(ActivateStatus.Activated);
    }

    /// <summary>Claims with a correlation id of its own.</summary>
    protected Task<ClaimResult> ClaimAsync(string user, Guid? correlationId = null) =>
        Rewards.ClaimAsync(user, correlationId ?? Guid.NewGuid(), Policy, Cancellation);

    /// <summary>Claims at a time, which must be granted.</summary>
    protected async Task<Receipt> GrantAsync(string user, string time)
    {
        Clock.Time = At(time);
        var result = await ClaimAsync(user);
        result.Status.ShouldBe(ClaimStatus.Granted, time);
        return result.Receipt!;
    }

    /// <summary>Counts a user's rows.</summary>
    protected async Task<int> CountAsync(string table, string user) => int.Parse(await Place.QueryAsync(
        $"select count(*) from {Table(table)} t join {Table("xp_users")} u on u.user_id = t.user_id where u.external_user_id = '{user}'"),
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Runs SQL with foreign keys on, as every connection of a service has them.</summary>
    protected Task RunAsync(string sql) => Place.ExecuteAsync(IsSqlite ? "pragma foreign_keys = on; " + sql : "set search_path = xp; " + sql);

    /// <summary>Runs SQL that the schema must refuse.</summary>
    protected Task RefusesAsync(string sql) => Should.ThrowAsync<System.Data.Common.DbException>(() => RunAsync(sql));
}
