namespace Dowel.Postgres;

/// <summary>The name of an object as the catalog would spell it.</summary>
/// <param name="Schema">The schema, or null where the search path decides.</param>
/// <param name="Name">The name in it.</param>
internal readonly record struct PostgresName(string? Schema, string Name)
{
    /// <summary>An identifier as the catalog has it: without quotes, or in lower case.</summary>
    /// <remarks>Only ASCII letters change, as in any database of several bytes a character. The escapes of <c>U&amp;"…"</c> stay as they are.</remarks>
    public static string Fold(ReadOnlySpan<char> identifier)
    {
        var quote = identifier.IndexOf('"');
        return quote < 0
            ? string.Create(identifier.Length, identifier, Lower)
            : identifier[(quote + 1)..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private static void Lower(Span<char> target, ReadOnlySpan<char> identifier)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = char.IsAsciiLetterUpper(identifier[i]) ? (char)(identifier[i] | 0x20) : identifier[i];
        }
    }
}
