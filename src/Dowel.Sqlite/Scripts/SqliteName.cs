namespace Dowel.Sqlite;

/// <summary>Names as they stand in SQL: bare or in any of the engine's quotes.</summary>
/// <remarks>Pure.</remarks>
internal static class SqliteName
{
    /// <summary>A name in double quotes, whatever it holds.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What a name means, with its quotes taken off; strings count, since the engine takes them for names too.</summary>
    public static string Unquote(ReadOnlySpan<char> name) => name switch
    {
        ['[', .., ']'] => name[1..^1].ToString(),
        ['"', .., '"'] => Unquote(name, "\""),
        ['`', .., '`'] => Unquote(name, "`"),
        ['\'', .., '\''] => Unquote(name, "'"),
        _ => name.ToString(),
    };

    private static string Unquote(ReadOnlySpan<char> name, string quote) =>
        name[1..^1].ToString().Replace(quote + quote, quote, StringComparison.Ordinal);
}
