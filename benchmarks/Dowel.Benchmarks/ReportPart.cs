namespace Dowel.Benchmarks;

/// <summary>One part of a report, as it was measured last.</summary>
/// <param name="Name">The part's name on the command line.</param>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Remarks">On what terms.</param>
/// <param name="Figures">The figures.</param>
internal sealed record ReportPart(string Name, string Machine, IReadOnlyList<string> Remarks, IReadOnlyList<Figure> Figures);
