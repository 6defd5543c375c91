namespace Dowel.Sqlite;

/// <summary>A column of a statement's result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">The table's column that it is, <c>accounts.email</c>; null for an expression.</param>
/// <param name="DeclaredType">That column's declared type; null for an expression, and where the table declares none.</param>
internal readonly record struct SqliteResultColumn(string Name, string? Origin, string? DeclaredType);
