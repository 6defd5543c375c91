namespace Dowel.Postgres;

/// <summary>Takes apart what the server prints. Pure.</summary>
internal static class PostgresText
{
    /// <summary>A text with its keywords in lower case; what is quoted stays as it is.</summary>
    /// <remarks>The server quotes every name that is not in lower case, so that no other word changes.</remarks>
    public static string Lower(string text) => string.Create(text.Length, text, static (lower, text) =>
    {
        text.CopyTo(lower);
        foreach (var token in new PostgresLexer(text))
        {
            if (token.Kind == PostgresTokenKind.Word)
            {
                text.AsSpan(token.Start, token.Length).ToLowerInvariant(lower[token.Start..]);
            }
        }
    });

    /// <summary>The elements of the first list in parentheses: <c>a</c> and <c>lower(b)</c> of <c>(a, lower(b)) where c</c>.</summary>
    public static IReadOnlyList<string> Elements(string text)
    {
        var elements = new List<string>();
        var (depth, from) = (0, 0);
        foreach (var token in new PostgresLexer(text))
        {
            depth += token.Kind == PostgresTokenKind.Open ? 1 : token.Kind == PostgresTokenKind.Close ? -1 : 0;
            if (depth == 1 && token.Kind == PostgresTokenKind.Open)
            {
                from = token.End;
            }
            else if (depth == 0 || (depth == 1 && text[token.Start] == ','))
            {
                elements.Add(text[from..token.Start].Trim());
                from = token.End;
                if (depth == 0)
                {
                    break;
                }
            }
        }

        return elements;
    }

    /// <summary>A name as the server keeps it; anything that is no name stays as it is.</summary>
    public static string Unquote(string name) =>
        name is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : name;
}
