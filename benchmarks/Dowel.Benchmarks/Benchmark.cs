using System.Runtime.InteropServices;
using Dowel.Cli;

namespace Dowel.Benchmarks;

/// <summary>All figures of migrations and schemas, with the bars they have to keep.</summary>
internal static class Benchmark
{
    private static readonly BenchmarkSet Migrations = new(
        "Migrations", "migrate", [("engine", EnginePart.MeasureAsync), ("fan-out", FanOutPart.MeasureAsync), ("peers", PeersPart.MeasureAsync)]);

    private static readonly BenchmarkSet Schemas = new("Schemas", "schema", [("schema", SchemaPart.MeasureAsync)]);

    // To see that a part runs: printed, and not kept.
    private static readonly (string Name, Func<Task<Measured>> MeasureAsync)[] Trials =
    [
        ("try-peers", PeersPart.TryAsync),
    ];

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Names => Migrations.Parts.Concat(Schemas.Parts).Concat(Trials).Select(part => part.Name);

    /// <summary>Measures the parts named, or all of migrations; prints, and keeps the results in the repository.</summary>
    public static async Task RunAsync(IReadOnlyCollection<string> names)
    {
        var machine = await MachineAsync();
        foreach (var (name, measureAsync) in Trials.Where(part => names.Contains(part.Name)))
        {
            var trial = await measureAsync();
            Console.Write(new Report([new(name, machine, trial.Remarks, trial.Figures)]).ToMarkdown("A trial"));
        }

        await Migrations.MeasureAsync(names.Count == 0 ? [.. Migrations.Parts.Select(part => part.Name)] : names, machine);
        await Schemas.MeasureAsync(names, machine);
    }

    private static async Task<string> MachineAsync()
    {
        await using var database = await Engine.Postgres.CreateAsync();
        var server = await database.QueryAsync(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {server}, SQLite {SqliteNativeLibrary.Version}. Medians.";
    }
}
