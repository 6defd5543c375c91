using System.Globalization;
using System.Runtime.InteropServices;
using Dowel.Cli;

namespace Dowel.Benchmarks;

/// <summary>All figures of migrations, with the bars they have to keep.</summary>
internal static class MigrateBenchmark
{
    private const int Races = 5;

    /// <summary>The part that is about many databases and long histories.</summary>
    public const string FanOutPart = "fan-out";

    /// <summary>Measures that part alone and prints it.</summary>
    public static async Task RunFanOutAsync()
    {
        await WarmUpAsync(Engine.Postgres);
        await WarmUpAsync(Engine.Sqlite);
        Console.Write(new Report(await MachineAsync(), await MeasureFanOutAsync()).ToMarkdown("Migrations: many databases"));
    }

    /// <summary>Measures, prints, and keeps the results in the repository.</summary>
    public static async Task RunAsync()
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

        figures.AddRange(await MeasureFanOutAsync());
        var report = new Report(await MachineAsync(), figures);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "benchmarks", "results")).FullName;
        var table = report.ToMarkdown("Migrations");
        await File.WriteAllTextAsync(Path.Combine(folder, "migrate.md"), table);
        await File.WriteAllTextAsync(Path.Combine(folder, "migrate.json"), report.ToJson() + "\n");
        Console.Write(table);
    }

    private static async Task<IReadOnlyList<Figure>> MeasureFanOutAsync() =>
    [
        .. await FanOut.MeasureAsync(),
        .. await new LongHistory(Engine.Postgres, "PostgreSQL").MeasureAsync(),
        .. await new LongHistory(Engine.Sqlite, "SQLite").MeasureAsync(),
    ];

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

    private static async Task<string> MachineAsync()
    {
        await using var database = await Engine.Postgres.CreateAsync();
        var server = await database.QueryAsync(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {server}, SQLite {SqliteNativeLibrary.Version}. Medians.";
    }
}
