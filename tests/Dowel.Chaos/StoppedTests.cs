namespace Dowel.Chaos;

/// <summary>Migrators that are stopped for longer than their lease lasts, and go on as if nothing had been.</summary>
public sealed class StoppedTests
{
    [Fact]
    public async Task Stopped_in_a_transaction_it_commits_nothing_and_another_does_the_work()
    {
        using var scripts = new ScratchScripts()
            .Write("V002__slow.sql", "insert into log (script, what) values (2, 'before'); select pg_sleep(5); insert into log (script, what) values (2, 'behind');")
            .Write("V003__last.sql", "insert into log (script, what) values (3, 'last');");
        var arena = Arena.Over(PooledEngine.Instance, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(arena, database);
        await victim.GoAsync();
        while (await database.QueryAsync("select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query = 'select pg_sleep(5)'") == "0")
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await victim.StopAsync();
        var difference = await Ordeal.CompleteAsync(arena, database);
        await victim.ResumeAsync();
        var end = await victim.EndAsync();

        difference.ShouldBe("");
        end.ShouldContain("DWL1114");
        (await arena.DifferenceAsync(database)).ShouldBe("");
    }

    [Fact]
    public async Task Stopped_behind_any_call_to_the_database_it_does_nothing_twice()
    {
        var random = new Random(Dice.Seed);
        var boundaries = await CountAsync();
        var moments = Enumerable.Range(0, Dice.Throws).Select(_ => random.Next(1, boundaries + 1)).ToArray();
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);

        var failures = await Ordeal.EachAsync(Arena.Pooled, Math.Max(6, Dice.Throws / 4), async (number, database) =>
        {
            await using var victim = await VictimProcess.StartAsync(Arena.Pooled, database, Fate.Stop, moments[number - 1]);
            await victim.GoAsync();
            await victim.ExpectAsync("stopping");
            var difference = await Ordeal.CompleteAsync(Arena.Pooled, database);
            await victim.ResumeAsync();
            var end = await victim.EndAsync();
            var word = end.IndexOf("DWL", StringComparison.Ordinal) is >= 0 and var at ? end.Substring(at, 7) : end.Split(' ')[0];
            lock (ends)
            {
                ends[word] = ends.GetValueOrDefault(word) + 1;
            }

            return $"stopped at boundary {moments[number - 1]} (seed {Dice.Seed}), while stopped '{difference}', then {end}";
        });

        Findings.Add(Arena.Pooled, $"stopped until the lease had run out, seed {Dice.Seed}", $"{failures.Count} left in disorder; ends: {string.Join(", ", ends.Select(end => $"{end.Value}x {end.Key}"))}");
        failures.ShouldBeEmpty();
        ends.Keys.ShouldAllBe(end => end == "done" || end == "DWL1114");
    }

    private static async Task<int> CountAsync()
    {
        await using var database = await Arena.Pooled.Engine.CreateAsync();
        var watch = new Boundaries(_ => Task.CompletedTask);
        await Arena.Pooled.UpAsync(database, watch);
        return watch.Passed;
    }
}
