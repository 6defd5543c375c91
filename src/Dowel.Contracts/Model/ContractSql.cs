namespace Dowel.Contracts;

/// <summary>An expression that a record gives, in the words of each engine.</summary>
/// <param name="Sqlite">SQLite's text; null where there is none.</param>
/// <param name="Postgres">PostgreSQL's text; null where there is none.</param>
internal sealed record ContractSql(string? Sqlite, string? Postgres)
{
    /// <summary>The text for people: both where they differ.</summary>
    public string Spelled => Sqlite == Postgres ? $"{Sqlite}" : $"{Sqlite ?? "nothing"} on SQLite, {Postgres ?? "nothing"} on PostgreSQL";
}
