namespace Dowel.Chaos;

/// <summary>Migrators that are killed, and what the next one makes of what they left.</summary>
public abstract class KillTests
{
    private protected abstract Arena Arena { get; }

    /// <summary>Of so many boundaries one is tried.</summary>
    protected virtual int Stride => Dice.Stride;

    [Fact]
    public async Task Killed_behind_every_call_to_the_database_the_next_run_completes_it()
    {
        var boundaries = Dice.Boundaries((await LiveAsync()).Boundaries, Stride);

        var failures = await Ordeal.EachAsync(Arena, boundaries.Length, async (number, database) =>
        {
            await using var victim = await VictimProcess.StartAsync(Arena, database, Fate.Kill, boundaries[number - 1]);
            await victim.GoAsync();
            await victim.DieAsync();
            return $"killed at boundary {boundaries[number - 1]} (seed {Dice.Seed})";
        });

        Findings.Add(Arena, "killed at a boundary", $"{boundaries.Length - failures.Count} of {boundaries.Length} completed by the next run");
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_at_any_moment_the_next_run_completes_it()
    {
        var whole = (await LiveAsync()).Elapsed;
        var random = new Random(Dice.Seed);
        var moments = Enumerable.Range(0, Dice.Throws + 1).Select(_ => whole * (random.NextDouble() * 1.1)).ToArray();

        var failures = await Ordeal.EachAsync(Arena, Dice.Throws, async (number, database) =>
        {
            await using var victim = await VictimProcess.StartAsync(Arena, database);
            await victim.GoAsync();
            await Task.Delay(moments[number]);
            await victim.KillAsync();
            return $"killed after {moments[number].TotalMilliseconds:0.0} ms (seed {Dice.Seed})";
        });

        Findings.Add(Arena, $"killed at a random moment, seed {Dice.Seed}", $"{Dice.Throws - failures.Count} of {Dice.Throws} completed by the next run");
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
}
