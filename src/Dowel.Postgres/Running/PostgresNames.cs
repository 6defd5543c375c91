namespace Dowel.Postgres;

/// <summary>The one place where identifiers get PostgreSQL's quotes.</summary>
internal static class PostgresNames
{
    /// <summary>An identifier in double quotes.</summary>
    public static string Quote(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in single quotes.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
