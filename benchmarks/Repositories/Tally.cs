using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>A number that many raise.</summary>
[Table("counters")]
public sealed record Tally([Key] long Id, long N);
