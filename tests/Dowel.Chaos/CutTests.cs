namespace Dowel.Chaos;

/// <summary>Connections that an administrator ends, and a server that goes down.</summary>
public sealed class CutTests
{
    private const string Cut =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    [Fact]
    public async Task Cut_behind_every_call_to_the_database_the_next_run_completes_it()
    {
        var boundaries = await CountAsync(Arena.Postgres);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);

        var failures = await Ordeal.EachAsync(Arena.Postgres, boundaries, async (number, database) =>
        {
            var watch = new Boundaries(passed => passed == number ? database.QueryAsync(Cut) : Task.CompletedTask);
            var said = await Ordeal.TryAsync(Arena.Postgres, database, watch);
            Count(words, said);
            return $"cut at boundary {number}, behind '{watch.Last}', {said}";
        });

        Findings.Add(Arena.Postgres, "cut at a boundary", $"{boundaries - failures.Count} of {boundaries} completed by the next run; {Tell(words)}");
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cut_at_any_moment_the_next_run_completes_it()
    {
        var random = new Random(Dice.Seed);
        var moments = Enumerable.Range(0, Dice.Throws + 1).Select(_ => TimeSpan.FromMilliseconds(random.NextDouble() * 250)).ToArray();
        var words = new Dictionary<string, int>(StringComparer.Ordinal);

        var failures = await Ordeal.EachAsync(Arena.Postgres, Dice.Throws, async (number, database) =>
        {
            var run = Ordeal.TryAsync(Arena.Postgres, database, new(_ => Task.CompletedTask));
            await Task.Delay(moments[number]);
            await database.QueryAsync(Cut);
            var said = await run;
            Count(words, said);
            return $"cut after {moments[number].TotalMilliseconds:0.0} ms (seed {Dice.Seed}), {said}";
        });

        Findings.Add(Arena.Postgres, $"cut at a random moment, seed {Dice.Seed}", $"{Dice.Throws - failures.Count} of {Dice.Throws} completed by the next run; {Tell(words)}");
        failures.ShouldBeEmpty();
    }

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

    [Fact]
    public async Task A_cut_connection_is_told_as_one()
    {
        var boundaries = await CountAsync(Arena.Postgres);
        var strays = new List<string>();
        for (var at = 1; at <= boundaries; at += 3)
        {
            await using var database = await Arena.Postgres.Engine.CreateAsync();
            var watch = new Boundaries(passed => passed == at ? database.QueryAsync(Cut) : Task.CompletedTask);
            var said = await Ordeal.TryAsync(Arena.Postgres, database, watch);
            if (said.StartsWith(Ordeal.Stray, StringComparison.Ordinal))
            {
                strays.Add($"boundary {at}: {said}");
            }
        }

        strays.ShouldBeEmpty();
    }

    private static async Task<int> CountAsync(Arena arena)
    {
        await using var database = await arena.Engine.CreateAsync();
        var watch = new Boundaries(_ => Task.CompletedTask);
        await arena.UpAsync(database, watch);
        return watch.Passed;
    }

    private static void Count(Dictionary<string, int> words, string said)
    {
        lock (words)
        {
            words[said] = words.GetValueOrDefault(said) + 1;
        }
    }

    private static string Tell(Dictionary<string, int> words) =>
        string.Join(", ", words.OrderByDescending(word => word.Value).Select(word => $"{word.Value}x {word.Key.Split(':')[0]}"));
}
