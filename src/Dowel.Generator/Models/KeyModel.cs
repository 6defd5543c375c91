namespace Dowel.Generator;

/// <summary>A unique key or an index.</summary>
/// <param name="Name">Its name; null for the usual one.</param>
/// <param name="Columns">The positions of its columns among the record's.</param>
internal sealed record KeyModel(string? Name, EquatableArray<int> Columns);
