namespace Dowel.Chaos;

/// <summary>Connections that an administrator ends.</summary>
public abstract class CutTests
{
    private protected abstract Arena Arena { get; }

    private const string Cut =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    // Waits until the sessions have ended: behind the last boundary a pooler would hand one that is still ending to the next run.
    private const string CutAndGone =
        "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    [Fact]
    public async Task Cut_behind_every_call_to_the_database_the_next_run_completes_it()
    {
        var last = await CountAsync(Arena);
        var boundaries = Dice.Boundaries(last, Dice.Stride);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);

        var failures = await Ordeal.EachAsync(Arena, boundaries.Length, async (turn, database) =>
        {
            var number = boundaries[turn - 1];
            var watch = new Boundaries(passed => passed == number ? database.QueryAsync(number == last ? CutAndGone : Cut) : Task.CompletedTask);
            var said = await Ordeal.TryAsync(Arena, database, watch);
            Count(words, said);
            return $"cut at boundary {number} (seed {Dice.Seed}), behind '{watch.Last}', {said}";
        });

        Findings.Add(Arena, "cut at a boundary", $"{boundaries.Length - failures.Count} of {boundaries.Length} completed by the next run; {Tell(words)}");
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cut_at_any_moment_the_next_run_completes_it()
    {
        var random = new Random(Dice.Seed);
        var moments = Enumerable.Range(0, Dice.Throws + 1).Select(_ => TimeSpan.FromMilliseconds(random.NextDouble() * 250)).ToArray();
        var words = new Dictionary<string, int>(StringComparer.Ordinal);

        var failures = await Ordeal.EachAsync(Arena, Dice.Throws, async (number, database) =>
        {
            var run = Ordeal.TryAsync(Arena, database, new(_ => Task.CompletedTask));
            await Task.Delay(moments[number]);
            await database.QueryAsync(Cut);
            var said = await run;
            Count(words, said);
            return $"cut after {moments[number].TotalMilliseconds:0.0} ms (seed {Dice.Seed}), {said}";
        });

        Findings.Add(Arena, $"cut at a random moment, seed {Dice.Seed}", $"{Dice.Throws - failures.Count} of {Dice.Throws} completed by the next run; {Tell(words)}");
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_connection_is_told_as_one()
    {
        var boundaries = await CountAsync(Arena);
        var strays = new List<string>();
        for (var at = 1; at <= boundaries; at += 3)
        {
            await using var database = await Arena.Engine.CreateAsync();
            var watch = new Boundaries(passed => passed == at ? database.QueryAsync(Cut) : Task.CompletedTask);
            var said = await Ordeal.TryAsync(Arena, database, watch);
            if (said.StartsWith(Ordeal.Stray, StringComparison.Ordinal))
            {
                strays.Add($"boundary {at}: {said}");
            }
        }

        strays.ShouldBeEmpty();
    }

    private protected static async Task<int> CountAsync(Arena arena)
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
