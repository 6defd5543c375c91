namespace Dowel.Contracts;

/// <summary>An expression that a record gives, in the words of each engine.</summary>
/// <param name="Sqlite">SQLite's text; null where there is none.</param>
/// <param name="Postgres">PostgreSQL's text; null where there is none.</param>
internal sealed record ContractSql(string? Sqlite, string? Postgres);
