namespace Dowel.Conformance;

/// <summary>Whose row it is.</summary>
public readonly record struct MemberId(int Value);
