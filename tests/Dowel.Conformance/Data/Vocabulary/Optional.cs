namespace Dowel.Conformance;

/// <summary>What a column holds that may be null.</summary>
internal readonly record struct Optional<T>(T? Value, bool HasValue);
