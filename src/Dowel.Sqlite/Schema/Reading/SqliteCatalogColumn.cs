namespace Dowel.Sqlite;

/// <summary>A column as pragmas show it.</summary>
/// <param name="Table">The table or view.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The declared type, in any spelling.</param>
/// <param name="IsNotNull">Whether its definition says so.</param>
/// <param name="KeyIndex">Its place in the primary key from 1; 0 where it has none.</param>
/// <param name="Hidden">2 where it is computed when read, 3 where when written, else 0 (sqlite.org, "PRAGMA table_xinfo").</param>
internal sealed record SqliteCatalogColumn(string Table, string Name, string Type, bool IsNotNull, int KeyIndex, int Hidden);
