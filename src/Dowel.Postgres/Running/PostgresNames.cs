namespace Dowel.Postgres;

/// <summary>The one place where identifiers get PostgreSQL's quotes.</summary>
internal static class PostgresNames
{
    /// <summary>An identifier in double quotes.</summary>
    public static string Quote(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
