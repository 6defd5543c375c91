namespace Dowel.Migrations;

/// <summary>The names of the databases Dowel knows, as file names and directives spell them.</summary>
public static class DialectNames
{
    /// <summary>SQLite.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL.</summary>
    public const string Postgres = "postgres";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Postgres, Sqlite];
}
