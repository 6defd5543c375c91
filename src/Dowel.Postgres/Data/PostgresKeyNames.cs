namespace Dowel.Postgres;

/// <summary>Finds the columns of a broken key in the server's detail, and leaves the values where they are. Pure.</summary>
/// <remarks>
/// The detail reads <c>Key (a, "B c")=(1, 2) already exists.</c>, in the language of the server (PostgreSQL 18, nbtinsert.c and
/// ri_triggers.c), so only its brackets are looked at.
/// </remarks>
internal static class PostgresKeyNames
{
    private const string End = ")=(";

    /// <summary>The columns, or expressions, in their order; none where there is no list.</summary>
    public static IReadOnlyList<string> Find(string? detail)
    {
        if (detail?.IndexOf('(', StringComparison.Ordinal) is not (>= 0 and var start)
            || detail.IndexOf(End, start, StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return [];
        }

        return Split(detail.AsSpan()[(start + 1)..end]);
    }

    // A comma in quotes or in an expression's brackets belongs to a name.
    private static List<string> Split(ReadOnlySpan<char> names)
    {
        var found = new List<string>();
        var (start, depth, isQuoted) = (0, 0, false);
        for (var i = 0; i < names.Length; i++)
        {
            isQuoted ^= names[i] == '"';
            depth += isQuoted ? 0 : names[i] == '(' ? 1 : names[i] == ')' ? -1 : 0;
            if (names[i] == ',' && depth == 0 && !isQuoted)
            {
                found.Add(Unquote(names[start..i].Trim()));
                start = i + 1;
            }
        }

        found.Add(Unquote(names[start..].Trim()));
        return found;
    }

    private static string Unquote(ReadOnlySpan<char> name) => name is ['"', .. var inner, '"']
        ? inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal)
        : name.ToString();
}
