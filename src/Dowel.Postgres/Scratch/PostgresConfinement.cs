using System.Text.RegularExpressions;

namespace Dowel.Postgres;

/// <summary>Finds what a statement reaches for beyond the schema that it runs in, in a database that has others' objects too.</summary>
/// <remarks>
/// The search path is that schema alone, so that a name without a schema means nothing else. What is left is what a text says: it is refused
/// where it might reach further, since a false alarm costs a message and the other mistake costs data.
/// </remarks>
/// <param name="schemas">The other schemas of the database.</param>
internal sealed partial class PostgresConfinement(IReadOnlySet<string> schemas)
{
    private static readonly string[] Whole =
    [
        "database", "schema", "role", "user", "group", "extension", "tablespace", "publication", "subscription", "event", "server", "foreign", "language", "access", "cast",
        "system", "large", "default", "owned", "procedural", "trusted", "transform",
    ];

    /// <summary>What the statement reaches for, as the rest of a sentence about it; null where it stays in its schema.</summary>
    public string? Find(string statement) => FindHead(new(statement)) ?? FindName(statement, isCode: IsCode(new(statement)));

    // Their bodies may stand in simple quotes.
    private static bool IsCode(PostgresCursor words) =>
        words.Take("do") || (words.Take("create") && (words.Take("or", "replace") || true) && words.TakeOneOf("function", "procedure"));

    private static string? FindHead(PostgresCursor words)
    {
        var verb = words.CurrentText.ToString().ToLowerInvariant();
        words.Advance();
        switch (verb)
        {
            case "create" or "alter" or "drop" or "reassign" or "import":
                _ = words.Take("or", "replace");
                return words.TakeOneOf(Whole) ? "is about the database or the server as a whole" : null;
            case "comment" or "security":
                _ = words.TakeOneOf("on", "label");
                _ = words.Take("on");
                return words.TakeOneOf(Whole) ? "is about the database or the server as a whole" : null;
            case "vacuum" or "analyze" or "analyse" or "cluster" or "reindex":
                words.SkipParentheses();
                _ = words.TakeOneOf("full", "freeze", "verbose");
                return words.AtEnd || words.TakeOneOf(Whole) ? "works on what others have too" : null;
            case "notify" or "load" or "checkpoint":
                return "reaches other sessions or the server";
            case "set" or "reset":
                _ = words.TakeOneOf("local", "session");
                return words.TakeOneOf("role", "authorization", "schema", "all") ? "changes who runs what follows, or where" : null;
            case "discard":
                return "changes where what follows runs";
            default:
                return verb is "grant" or "revoke" && !HasObject(words) ? "is about roles as a whole" : null;
        }
    }

    // `grant select on t to r`, and not `grant r to s`; `on schema`, `on database` name what is no part of the schema.
    private static bool HasObject(PostgresCursor words)
    {
        while (!words.AtEnd && !words.Is("on") && !words.Is(';'))
        {
            words.Advance();
        }

        return words.Take("on") && !words.TakeOneOf(Whole) && !words.Take("all");
    }

    private string? FindName(string text, bool isCode, bool isBody = false)
    {
        string? last = null;
        var isStart = isBody;
        foreach (var token in new PostgresLexer(text))
        {
            var value = token.Of(text);
            var found = isStart && token.Kind == PostgresTokenKind.Word ? FindHead(new(text.AsSpan(token.Start))) : null;
            found ??= token.Kind switch
            {
                PostgresTokenKind.Word when last == "set" && token.Is("schema", text) => "puts something into another schema",
                PostgresTokenKind.Symbol when value is "." && last is not null && schemas.Contains(last) => $"names something of the schema {last}",
                PostgresTokenKind.Word when value.StartsWith("lo_", StringComparison.OrdinalIgnoreCase) || value.StartsWith("dblink", StringComparison.OrdinalIgnoreCase) => $"calls {value}, which reaches beyond its schema",
                PostgresTokenKind.Word when token.Is("search_path", text) => "changes where names are looked up",
                PostgresTokenKind.Word when isBody && token.Is("execute", text) => "builds statements as it runs",
                PostgresTokenKind.DollarString => FindName(Body(value), isCode, isBody: true),
                PostgresTokenKind.String when isCode && !isBody => FindName(value.Trim('\'').ToString(), isCode, isBody: true),
                PostgresTokenKind.String => FindText(value.ToString()),
                PostgresTokenKind.QuotedName when value[0] is 'u' or 'U' => "spells a name by numbers",
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }

            // Where a statement of a body may begin.
            isStart = isBody && (token.Kind is PostgresTokenKind.Semicolon or PostgresTokenKind.Comment
                || (token.Kind == PostgresTokenKind.Word && (value.ToString().ToLowerInvariant() is "begin" or "then" or "else" or "loop")));
            last = token.Kind is PostgresTokenKind.Word or PostgresTokenKind.QuotedName ? PostgresName.Fold(value) : null;
        }

        return null;
    }

    // A string may be a name, `'public.users'::regclass`, or a body in quotes.
    private string? FindText(string literal)
    {
        var named = Qualified().Matches(literal).Select(match => PostgresName.Fold(match.Groups["schema"].Value)).FirstOrDefault(schemas.Contains);
        return named is not null ? $"names something of the schema {named}" : literal.Contains("search_path", StringComparison.OrdinalIgnoreCase) ? "changes where names are looked up" : null;
    }

    private static string Body(ReadOnlySpan<char> text)
    {
        var tag = text[1..].IndexOf('$') + 2;
        return text[tag..^tag].ToString();
    }

    [GeneratedRegex("(?<schema>\"(\"\"|[^\"])+\"|\\w+)\\s*\\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();
}
