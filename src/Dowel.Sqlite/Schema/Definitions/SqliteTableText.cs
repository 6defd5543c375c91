namespace Dowel.Sqlite;

/// <summary>A table's definition, cut into its clauses.</summary>
/// <param name="Columns">The columns in their order.</param>
/// <param name="Keys">The keys and rules in their order.</param>
/// <param name="Options">What follows the parenthesis: <c>strict, without rowid</c>; empty where nothing.</param>
internal sealed record SqliteTableText(IReadOnlyList<SqliteColumnText> Columns, IReadOnlyList<SqliteKeyText> Keys, string Options);
