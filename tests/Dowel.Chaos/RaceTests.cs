using System.Globalization;

namespace Dowel.Chaos;

/// <summary>Many migrators at once.</summary>
public abstract class RaceTests
{
    private const int Racers = 6;
    private const int Scripts = 20;

    private protected abstract Arena Arena { get; }

    /// <summary>A statement that runs outside transactions.</summary>
    protected abstract string Outside { get; }

    [Fact]
    public async Task Six_processes_on_an_empty_database_apply_each_script_once()
    {
        using var scripts = new ScratchScripts();
        for (var i = 2; i <= Scripts; i++)
        {
            scripts.Write(
                string.Create(CultureInfo.InvariantCulture, $"V{i:000}__t.sql"),
                string.Create(CultureInfo.InvariantCulture, $"create table t{i} (id bigint primary key, what text);\ninsert into log (script, what) values ({i}, 'once');\n{(i == Scripts / 2 ? Outside : "")}"));
        }

        var arena = Arena.Over(Arena.Engine, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        var racers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => VictimProcess.StartAsync(arena, database)));
        await Task.WhenAll(racers.Select(racer => racer.GoAsync()));
        var reports = await Task.WhenAll(racers.Select(racer => racer.FinishAsync()));
        await Task.WhenAll(racers.Select(racer => racer.DisposeAsync().AsTask()));

        reports.Sum(report => report.Applied).ShouldBe(Scripts);
        (await arena.DifferenceAsync(database)).ShouldBe("");
        var (first, last) = (reports.Min(report => report.Elapsed), reports.Max(report => report.Elapsed));
        Findings.Add(Arena, $"{Racers} processes at once, {Scripts} scripts",
            $"{reports.Length} of {Racers} succeed; first {first.TotalMilliseconds:0} ms, last {last.TotalMilliseconds:0} ms, last/first {last / first:0.00} (bar 1.3)");
    }

    [Fact]
    public async Task Those_who_wait_go_on_when_the_holder_of_the_lock_is_killed()
    {
        await using var database = await Arena.Engine.CreateAsync();
        await using var holder = await VictimProcess.StartAsync(Arena, database, Fate.Hang, boundary: 12);
        await using var second = await VictimProcess.StartAsync(Arena, database);
        await using var third = await VictimProcess.StartAsync(Arena, database);

        await holder.GoAsync();
        await holder.ExpectAsync("hanging");
        await second.GoAsync();
        await third.GoAsync();
        await second.ExpectAsync("waiting");
        await third.ExpectAsync("waiting");
        await holder.KillAsync();

        var reports = new[] { await second.FinishAsync(), await third.FinishAsync() };
        reports.Max(report => report.Applied).ShouldBeGreaterThan(0);
        (await Arena.DifferenceAsync(database)).ShouldBe("");
    }
}
