namespace Dowel.Chaos;

/// <summary>Connections that an administrator ends, and a server that goes down.</summary>
public sealed class PostgresCutTests : CutTests
{
    private protected override Arena Arena => Arena.Postgres;

    [Fact]
    public async Task A_server_that_restarts_at_once_loses_nothing()
    {
        await using var cluster = await PrivateCluster.TryStartAsync();
        Assert.SkipWhen(cluster is null, "There are no server programs on this machine to make a cluster with.");
        var arena = Arena.Postgres.On(cluster.Engine);
        var random = new Random(Dice.Seed);
        var restarts = Math.Max(5, Dice.Throws / 5);
        var boundaries = await CountAsync(arena);
        var failures = new List<string>();
        for (var i = 0; i < restarts; i++)
        {
            await using var database = await arena.Engine.CreateAsync();
            var at = random.Next(1, boundaries + 1);
            var watch = new Boundaries(passed => passed == at ? cluster.RestartAsync() : Task.CompletedTask);
            var said = await Ordeal.TryAsync(arena, database, watch);
            var difference = await Ordeal.CompleteAsync(arena, database);
            if (difference.Length > 0)
            {
                failures.Add($"restarted at boundary {at}, behind '{watch.Last}', {said}: {difference}");
            }
        }

        Findings.Add(arena, $"server restarted, seed {Dice.Seed}", $"{restarts - failures.Count} of {restarts} completed by the next run");
        failures.ShouldBeEmpty();
    }
}
