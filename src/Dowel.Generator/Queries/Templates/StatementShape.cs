namespace Dowel.Generator;

/// <summary>What a statement is, as far as its outermost words tell.</summary>
/// <param name="Verb">The word that says what it does, in lower case: behind <c>with</c>, the one that follows the last of its queries. Empty where there is none.</param>
/// <param name="VerbAt">Where that word is.</param>
/// <param name="Returning">Whether it has a <c>returning</c>.</param>
/// <param name="OrderAt">Where its <c>order by</c> is; -1 for none.</param>
/// <param name="LimitAt">Where its <c>limit</c>, <c>offset</c> or <c>fetch</c> is; -1 for none.</param>
internal sealed record StatementShape(string Verb, int VerbAt, bool Returning, int OrderAt, int LimitAt)
{
    /// <summary>No statement.</summary>
    public static readonly StatementShape Empty = new("", VerbAt: 0, Returning: false, OrderAt: -1, LimitAt: -1);

    private static readonly HashSet<string> Reading = ["select", "values", "table", "show", "explain", "pragma", "fetch", "call"];

    private static readonly HashSet<string> Writing = ["insert", "replace", "update", "delete", "merge"];

    // The first have their names looked up when they are prepared, the others reach no rows of a table.
    private static readonly HashSet<string> Known =
        ["call", "explain", "with", .. Writing, "select", "values", "table", "analyze", "listen", "lock", "notify", "pragma", "reset", "set", "show", "unlisten"];

    /// <summary>Whether the engines say of it, before it runs, which tables it reaches: of <c>do</c>, <c>truncate</c> or <c>create view</c> they do not.</summary>
    public bool IsKnown => Known.Contains(Verb);

    /// <summary>Whether it gives rows.</summary>
    public bool GivesRows => Returning || Reading.Contains(Verb);

    /// <summary>Reads the outermost words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens without comments.</param>
    public static StatementShape Read(string text, IReadOnlyList<SqlToken> tokens)
    {
        var shape = Empty;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind switch
            {
                SqlTokenKind.Open => 1,
                SqlTokenKind.Close => -1,
                _ => 0,
            };
            if (tokens[i].Kind == SqlTokenKind.Word && (depth == 0 || shape.Verb.Length == 0) && !IsQualified(text, tokens[i].Start))
            {
                shape = shape.With(text, tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : default);
            }
        }

        return shape;
    }

    private StatementShape With(string text, SqlToken word, SqlToken next)
    {
        var name = text.Substring(word.Start, word.Length).ToLowerInvariant();
        return name switch
        {
            _ when Verb.Length == 0 || (Verb == "with" && (Reading.Contains(name) || Writing.Contains(name))) => this with { Verb = name, VerbAt = word.Start },
            "returning" => this with { Returning = true },
            "order" when next.Is("by", text) => this with { OrderAt = word.Start },
            "limit" or "offset" or "fetch" when LimitAt < 0 => this with { LimitAt = word.Start },
            _ => this,
        };
    }

    /// <summary>Whether a word is the last of <c>a.b</c>, a column's name and no keyword.</summary>
    private static bool IsQualified(string text, int start) => start > 0 && text[start - 1] == '.';
}
