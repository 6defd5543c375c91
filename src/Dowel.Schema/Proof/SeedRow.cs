namespace Dowel.Schema;

/// <summary>A row for a table of a throw-away database.</summary>
/// <param name="Table">The table.</param>
/// <param name="Sql">What inserts it.</param>
internal sealed record SeedRow(TableModel Table, string Sql);
