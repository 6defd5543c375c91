namespace Dowel.Benchmarks;

/// <summary>What one way of doing some work costs.</summary>
/// <param name="Name">Whose way it is.</param>
/// <param name="Microseconds">The median time of one piece.</param>
/// <param name="Bytes">What one piece allocates.</param>
internal sealed record Result(string Name, double Microseconds, double Bytes);
