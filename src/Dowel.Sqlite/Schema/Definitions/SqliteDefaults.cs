namespace Dowel.Sqlite;

/// <summary>Defaults of columns. Pure.</summary>
internal static class SqliteDefaults
{
    /// <summary>Whether one token is a value by itself, so that it needs no parentheses.</summary>
    public static bool IsLiteral(string token) =>
        token is ['\'', ..] or [>= '0' and <= '9', ..] or ['.', ..] or ['x' or 'X', '\'', ..]
        || token.ToLowerInvariant() is "null" or "true" or "false" or "current_date" or "current_time" or "current_timestamp";

    /// <summary>A default as it follows the word <c>default</c>.</summary>
    public static string Render(string value)
    {
        var tokens = SqliteTokens.Read(value);
        var sign = tokens.TextOf(0) is "+" or "-" ? 1 : 0;
        return tokens.Count == sign + 1 && IsLiteral(tokens.TextOf(sign)) ? value : $"({value})";
    }

    /// <summary>Whether a column with this default can be added to a table with rows: the engine computes none then (sqlite.org, "ALTER TABLE", 4).</summary>
    public static bool IsConstant(string value) =>
        Render(value) == value && !value.StartsWith("current_", StringComparison.OrdinalIgnoreCase);
}
