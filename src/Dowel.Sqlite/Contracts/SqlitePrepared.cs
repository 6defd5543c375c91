namespace Dowel.Sqlite;

/// <summary>What the engine says of a statement that it has prepared.</summary>
/// <param name="Parameters">For each parameter number, from 1, whether the text has it; one that it leaves out has no name.</param>
/// <param name="Columns">The columns of its result.</param>
internal sealed record SqlitePrepared(IReadOnlyList<bool> Parameters, IReadOnlyList<SqliteResultColumn> Columns);
