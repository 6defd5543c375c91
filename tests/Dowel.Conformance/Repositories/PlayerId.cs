namespace Dowel.Conformance;

/// <summary>The key of a player.</summary>
public readonly record struct PlayerId(long Value);
