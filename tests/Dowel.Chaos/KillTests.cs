using System.Globalization;

namespace Dowel.Chaos;

/// <summary>Migrators that are killed, and what the next one makes of what they left.</summary>
public abstract class KillTests
{
    private const int AtOnce = 2;

    private static readonly int RandomKills =
        int.TryParse(Environment.GetEnvironmentVariable("DOWEL_CHAOS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("DOWEL_CHAOS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Environment.TickCount;

    private protected abstract Arena Arena { get; }

    [Fact]
    public async Task Killed_behind_every_call_to_the_database_the_next_run_completes_it()
    {
        var boundaries = (await LiveAsync()).Boundaries;

        var failures = await EachAsync(boundaries, async (number, database) =>
        {
            await using var victim = await VictimProcess.StartAsync(Arena, database, Fate.Kill, number);
            await victim.GoAsync();
            await victim.DieAsync();
            return $"killed at boundary {number}";
        });

        Findings.Add(Arena, "killed at a boundary", $"{boundaries - failures.Count} of {boundaries} completed by the next run");
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_at_any_moment_the_next_run_completes_it()
    {
        var whole = (await LiveAsync()).Elapsed;
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, RandomKills + 1).Select(_ => whole * (random.NextDouble() * 1.1)).ToArray();

        var failures = await EachAsync(RandomKills, async (number, database) =>
        {
            await using var victim = await VictimProcess.StartAsync(Arena, database);
            await victim.GoAsync();
            await Task.Delay(moments[number]);
            await victim.KillAsync();
            return $"killed after {moments[number].TotalMilliseconds:0.0} ms (seed {Seed})";
        });

        Findings.Add(Arena, $"killed at a random moment, seed {Seed}", $"{RandomKills - failures.Count} of {RandomKills} completed by the next run");
        failures.ShouldBeEmpty();
    }

    private async Task<VictimReport> LiveAsync()
    {
        await using var database = await Arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(Arena, database);
        await victim.GoAsync();
        var report = await victim.FinishAsync();
        report.Applied.ShouldBe(Arena.ScriptCount);
        (await Arena.DifferenceAsync(database)).ShouldBe("");
        return report;
    }

    private async Task<List<string>> EachAsync(int count, Func<int, TestDatabase, Task<string>> disturb)
    {
        var failures = new List<string>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(1, count), parallel, async (number, _) =>
        {
            await using var database = await Arena.Engine.CreateAsync();
            var what = await disturb(number, database);
            if (await CompleteAsync(database) is { Length: > 0 } difference)
            {
                lock (failures)
                {
                    failures.Add($"{what}: {difference}");
                }
            }
        });
        return failures;
    }

    private async Task<string> CompleteAsync(TestDatabase database)
    {
        try
        {
            await Arena.UpAsync(database);
            return await Arena.DifferenceAsync(database);
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }
}
