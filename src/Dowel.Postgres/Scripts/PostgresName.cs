namespace Dowel.Postgres;

/// <summary>The name of an object as the catalog would spell it.</summary>
/// <param name="Schema">The schema, or null where the search path decides.</param>
/// <param name="Name">The name in it.</param>
internal readonly record struct PostgresName(string? Schema, string Name)
{
    /// <summary>Whether both may be the same object.</summary>
    public bool MayBe(PostgresName other) =>
        Name == other.Name && (Schema is null || other.Schema is null || Schema == other.Schema);

    /// <summary>An identifier as the catalog has it: without quotes, or in lower case.</summary>
    /// <remarks>The escapes of <c>U&amp;"…"</c> stay as they are.</remarks>
    public static string Fold(ReadOnlySpan<char> identifier)
    {
        var quote = identifier.IndexOf('"');
        return quote < 0
            ? identifier.ToString().ToLowerInvariant()
            : identifier[(quote + 1)..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
