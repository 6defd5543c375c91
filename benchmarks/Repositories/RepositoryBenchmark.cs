using System.Runtime.InteropServices;

namespace Dowel.Benchmarks;

/// <summary>Keeps the figures of repositories, a part for each engine.</summary>
internal static class RepositoryBenchmark
{
    private static readonly List<string> Order = ["SQLite", "PostgreSQL"];

    /// <summary>Prints what was measured on an engine and keeps it in the repository, in the place of what was measured before.</summary>
    public static async Task KeepAsync(string engine, string version, Measured measured)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "benchmarks", "results")).FullName;
        var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {version}. Medians of interleaved turns.";
        var part = new ReportPart(engine, machine, measured.Remarks, measured.Figures);
        Console.Write(new Report([part]).ToMarkdown("Repositories"));
        var report = Report.Load(Path.Combine(folder, "repositories.json")).With(part, Order);
        await File.WriteAllTextAsync(Path.Combine(folder, "repositories.md"), report.ToMarkdown("Repositories"));
        await File.WriteAllTextAsync(Path.Combine(folder, "repositories.json"), report.ToJson() + "\n");
    }
}
