namespace Dowel.Generator;

/// <summary>An expression in SQL, as a record says it.</summary>
/// <param name="Sqlite">SQLite's text; null where there is none.</param>
/// <param name="Postgres">PostgreSQL's text; null where there is none.</param>
internal sealed record EngineSql(string? Sqlite, string? Postgres);
