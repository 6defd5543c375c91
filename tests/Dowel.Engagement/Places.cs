using System.Collections.Concurrent;
using Dowel.Conformance;
using Dowel.Engagement;
using Npgsql;
using PlayerEngagement;
using Options = Microsoft.Extensions.Options.Options;

[assembly: AssemblyFixture(typeof(Places))]

namespace Dowel.Engagement;

/// <summary>One database of each engine for all tests, each of which has users and policies of its own.</summary>
public sealed class Places : IAsyncDisposable
{
    /// <summary>What counts where a test says no policy: a season in November 2026.</summary>
    internal static readonly PolicyDefinition Standard = new(100, Seasons: [new("2026-11", new(2026, 11, 1), new(2026, 11, 30))]);

    private readonly ConcurrentDictionary<Engine, Lazy<Task<(TestDatabase Database, PlayerEngagementDbmService Service)>>> _places = new();

    /// <summary>The database of an engine, made where it is not.</summary>
    internal Task<(TestDatabase Database, PlayerEngagementDbmService Service)> OpenAsync(Engine engine) =>
        _places.GetOrAdd(engine, _ => new(() => Task.Run(() => MakeAsync(engine)))).Value;

    /// <summary>How the service connects to a database: several connections at once, as in a host.</summary>
    internal static PlayerEngagementDbmOptions OptionsOf(Engine engine, string connectionString) => engine == Engine.Sqlite
        ? new() { Provider = PlayerEngagementDbmProvider.Sqlite, ConnectionString = connectionString }
        : new() { ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true, MaxPoolSize = 12 }.ConnectionString };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var place in _places.Values)
        {
            var (database, service) = await place.Value;
            await service.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private static async Task<(TestDatabase Database, PlayerEngagementDbmService Service)> MakeAsync(Engine engine)
    {
        var database = await engine.CreateAsync();
        var service = new PlayerEngagementDbmService(Options.Create(OptionsOf(engine, database.ConnectionString)));
        var rewards = new RewardService(service, [new ConsecutiveStreak()], TimeProvider.System);
        await rewards.PublishPolicyAsync(PolicyDefinition.DailyLoginKey, Standard, "tests");
        await rewards.ActivatePolicyAsync(PolicyDefinition.DailyLoginKey, 1);
        return (database, service);
    }
}
