namespace Dowel.Benchmarks;

/// <summary>Parts whose figures are kept together.</summary>
/// <param name="Title">The report's heading.</param>
/// <param name="File">The name of its files below <c>benchmarks/results</c>.</param>
/// <param name="Parts">The parts in the order of the report; one's figures stay in it until it is measured again.</param>
internal sealed record BenchmarkSet(string Title, string File, IReadOnlyList<(string Name, Func<Task<Measured>> MeasureAsync)> Parts)
{
    /// <summary>Measures some parts, prints, and keeps the results in the repository.</summary>
    /// <param name="names">The parts; others are passed over.</param>
    /// <param name="machine">What it is measured on.</param>
    public async Task MeasureAsync(IReadOnlyCollection<string> names, string machine)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "benchmarks", "results")).FullName, File);
        var report = Report.Load(path + ".json");
        foreach (var (name, measureAsync) in Parts.Where(part => names.Contains(part.Name)))
        {
            var measured = await measureAsync();
            var part = new ReportPart(name, machine, measured.Remarks, measured.Figures);
            Console.Write(new Report([part]).ToMarkdown(Title));
            report = report.With(part, [.. Parts.Select(known => known.Name)]);
            await System.IO.File.WriteAllTextAsync(path + ".md", report.ToMarkdown(Title));
            await System.IO.File.WriteAllTextAsync(path + ".json", report.ToJson() + "\n");
        }
    }
}
