using System.Globalization;

namespace Dowel.Benchmarks;

/// <summary>Dowel alone: many scripts, nothing pending, several at once.</summary>
internal static class EnginePart
{
    private const int Races = 5;

    /// <summary>Measures.</summary>
    public static async Task<Measured> MeasureAsync()
    {
        var figures = new List<Figure>();
        foreach (var (engine, name, outside) in new[]
        {
            (Engine.Postgres, "PostgreSQL", "create index concurrently later on t1 (id);"),
            (Engine.Sqlite, "SQLite", "vacuum;"),
        })
        {
            await WarmUpAsync(engine);
            figures.AddRange(await new NothingPending(engine, name).MeasureAsync());
            figures.AddRange(await new ManyScripts(engine, name).MeasureAsync());
            figures.Add(await RaceAsync(engine, name, outside));
        }

        return new(figures, []);
    }

    private static async Task WarmUpAsync(Engine engine)
    {
        using var scripts = new ScriptFolder(100);
        await using var target = await engine.CreateAsync();
        await scripts.UpAsync(engine, target);
    }

    private static async Task<Figure> RaceAsync(Engine engine, string name, string outside)
    {
        using var scripts = new ScriptFolder(20, outside);
        var ratios = new List<double>();
        var firsts = new List<double>();
        var lost = 0;
        for (var i = 0; i < Races; i++)
        {
            var times = await Racer.RaceAsync(engine, scripts);
            lost += 6 - times.Count;
            if (times.Count > 0)
            {
                ratios.Add(times[^1] / times[0]);
                firsts.Add(times[0]);
            }
        }

        var note = string.Create(
            CultureInfo.InvariantCulture, $"{(6 * Races) - lost} of {6 * Races} succeed; first finisher {Stopwatching.Median(firsts):0} ms");
        return new(name, "six processes at once, 20 scripts: last finisher / first", Stopwatching.Median(ratios), "x", 1.3, note);
    }
}
