namespace Dowel.Schema;

/// <summary>Columns whose values no two rows share, by a constraint or an index over all rows.</summary>
/// <param name="Name">The constraint's or index's name.</param>
/// <param name="Columns">The columns in the order of the index.</param>
internal sealed record UniqueModel(string Name, IReadOnlyList<string> Columns);
