using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row without a key, with an array.</summary>
[Table("readings")]
public sealed record Reading(DateTimeOffset At, int[] Values, IReadOnlyList<string>? Tags);
