using System.Runtime.InteropServices;
using Dowel.Cli;

namespace Dowel.Benchmarks;

/// <summary>All figures of migrations, with the bars they have to keep.</summary>
internal static class MigrateBenchmark
{
    // In the order of the report; a part's figures stay in it until the part is measured again.
    private static readonly (string Name, Func<Task<Measured>> MeasureAsync)[] Parts =
    [
        ("engine", EnginePart.MeasureAsync),
        ("fan-out", FanOutPart.MeasureAsync),
        ("peers", PeersPart.MeasureAsync),
    ];

    // To see that a part runs: printed, and not kept.
    private static readonly (string Name, Func<Task<Measured>> MeasureAsync)[] Trials =
    [
        ("try-peers", PeersPart.TryAsync),
    ];

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Names => Parts.Concat(Trials).Select(part => part.Name);

    /// <summary>Measures the parts named, or all of them; prints, and keeps the results in the repository.</summary>
    public static async Task RunAsync(IReadOnlyList<string> names)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "benchmarks", "results")).FullName;
        var machine = await MachineAsync();
        foreach (var (name, measureAsync) in Trials.Where(part => names.Contains(part.Name)))
        {
            var trial = await measureAsync();
            Console.Write(new Report([new(name, machine, trial.Remarks, trial.Figures)]).ToMarkdown("A trial"));
        }

        var report = Report.Load(Path.Combine(folder, "migrate.json"));
        foreach (var (name, measureAsync) in Parts.Where(part => names.Count == 0 || names.Contains(part.Name)))
        {
            var measured = await measureAsync();
            var part = new ReportPart(name, machine, measured.Remarks, measured.Figures);
            Console.Write(new Report([part]).ToMarkdown("Migrations"));
            report = report.With(part, [.. Parts.Select(known => known.Name)]);
            await File.WriteAllTextAsync(Path.Combine(folder, "migrate.md"), report.ToMarkdown("Migrations"));
            await File.WriteAllTextAsync(Path.Combine(folder, "migrate.json"), report.ToJson() + "\n");
        }
    }

    private static async Task<string> MachineAsync()
    {
        await using var database = await Engine.Postgres.CreateAsync();
        var server = await database.QueryAsync(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {server}, SQLite {SqliteNativeLibrary.Version}. Medians.";
    }
}
