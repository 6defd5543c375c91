namespace Dowel.Conformance;

/// <summary>What is stored as JSON.</summary>
public sealed record Preferences(string Theme, int[] Pinned);
