namespace Dowel.Benchmarks;

/// <summary>What one part of the benchmark has found.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Remarks">On what terms they were taken.</param>
internal sealed record Measured(IReadOnlyList<Figure> Figures, IReadOnlyList<string> Remarks);
