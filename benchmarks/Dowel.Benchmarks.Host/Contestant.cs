namespace Dowel.Benchmarks;

/// <summary>One way of reading and writing behind the same endpoints.</summary>
/// <param name="Name">Whose way it is.</param>
/// <param name="Prefix">Where its endpoints are; empty for the service's own.</param>
internal sealed record Contestant(string Name, string Prefix);
