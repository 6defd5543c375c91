namespace Dowel.Defects;

/// <summary>Mistakes in the words of a statement.</summary>
internal static class TextDefects
{
    private static readonly string[] Keywords = ["select", "from", "where", "order", "by", "and", "desc", "limit", "update", "set", "delete", "insert", "into", "values", "on", "conflict", "do", "nothing", "join", "returning", "for", "skip", "locked"];

    // What a query names must be there for both engines.
    private const string Refused = "DWL3110";

    public static IEnumerable<DefectClass> All { get; } =
    [
        .. new[] { "select", "where", "order", "set", "into", "on" }
            .Select(clause => new DefectClass($"wrong column, {clause}", system => Columns(system, clause))),
        new("wrong table", system => Words(system, IsTable).Select(Misspelt)),
        new("wrong alias", system => Words(system, IsAlias).Select(Misspelt)),
        new("wrong function", system => Words(system, IsFunction).Select(Misspelt)),
        new("misspelt keyword", system => Words(system, (_, token) => Keywords.Contains(token.Text)).Select(MisspeltKeyword)),
        new("comma left out", system => Tokens(system, token => token.Text == ",").Select(each => Syntax(each, ""))),
        new("comma twice", system => Tokens(system, token => token.Text == ",").Select(each => Syntax(each, ",,"))),
        new("comma at the end of a list", system => Words(system, (_, token) => token.Text is "from" or "where" or "values").Select(each => Syntax(each, $", {each.Token.Text}"))),
        new("unknown parameter", system => Tokens(system, token => token.Kind == "parameter").Select(each => each.Query.Replace(each.Token.Span, each.Token.Text + "x", "DWL3057"))),
        new("unknown word in braces", system => Tokens(system, token => token.Text == "{columns}").Select(each => each.Query.Replace(each.Token.Span, "{colums}", "DWL3059"))),
        new("alias of braces that is none", system => Tokens(system, token => token.Text == "{columns}").Select(each => each.Query.Replace(each.Token.Span, "{columns:q}", Refused))),
        new("second statement", system => QueryText.All(system).Select(query => query.Insert(query.TextEnd, "; select 1", "DWL3063"))),
        new("parameter in the engine's spelling", system => Tokens(system, token => token.Kind == "parameter").Select(each => each.Query.Replace(each.Token.Span, "$1", "DWL3064"))),
        new("no text", system => QueryText.All(system).Select(query => query.Replace((query.Start, query.End - query.Start), query.IsRaw ? "\n    " : "", "DWL3055") is var empty
            ? empty.At(query.Method.SpanStart, query.Method.Span.Length) : empty)),
    ];

    private static IEnumerable<Defect> Columns(SystemSource system, string clause)
    {
        var columns = RecordColumn.All(system).Select(column => column.Column).ToHashSet(StringComparer.Ordinal);
        return Words(system, (query, token) => token.Clause == clause && columns.Contains(token.Text) && !IsAlias(query, token)).Select(Misspelt);
    }

    private static Defect Misspelt((QueryText Query, QueryToken Token) each)
    {
        var wrong = each.Query.Replace(each.Token.Span, each.Token.Text + "_x", Refused);
        var at = each.Query.Tokens.ToList().IndexOf(each.Token);

        // PostgreSQL points at the whole of `a.b`.
        return at > 1 && each.Query.Tokens[at - 1].Text == "." ? wrong with { Start = each.Query.Tokens[at - 2].Start } : wrong;
    }

    // An engine may take `wherex` for a name, and stumble over one of the words behind it. Without the word there may be no rows, or no order.
    private static Defect MisspeltKeyword((QueryText Query, QueryToken Token) each) => each.Token.Text is "select" or "order" or "by" or "returning"
        ? Syntax(each, each.Token.Text + "x", Refused, "DWL3071", "DWL3072", "DWL3074") is var wrong && each.Token.Start > each.Query.Tokens[0].Start ? wrong.At(each.Query.Start, each.Query.Method.Span.End - each.Query.Start) : wrong
        : Syntax(each, each.Token.Text + "x");

    // An engine stumbles where the statement cannot go on, which is a few words on at most.
    private static Defect Syntax((QueryText Query, QueryToken Token) each, string wrong, params string[] codes)
    {
        var defect = each.Query.Replace(each.Token.Span, wrong, codes is [] ? [Refused] : codes);
        var at = each.Query.Tokens.ToList().IndexOf(each.Token);
        var last = each.Query.Tokens[Math.Min(at + 3, each.Query.Tokens.Count - 1)];
        return defect with { End = last.Start + last.Text.Length + wrong.Length - each.Token.Text.Length };
    }

    private static bool IsTable(QueryText query, QueryToken token) => token.Clause is "from" or "join" or "into" or "update" && token.Text is not ("from" or "join" or "into" or "update")
        && Before(query, token) is "from" or "join" or "into" or "update";

    private static bool IsAlias(QueryText query, QueryToken token) => After(query, token) == ".";

    private static bool IsFunction(QueryText query, QueryToken token) => After(query, token) == "(" && token.Text is not ("values" or "in") && Before(query, token) is not ("into" or "=");

    private static string Before(QueryText query, QueryToken token) => query.Tokens.ToList().IndexOf(token) is > 0 and var at ? query.Tokens[at - 1].Text : "";

    private static string After(QueryText query, QueryToken token) => query.Tokens.ToList().IndexOf(token) is var at && at + 1 < query.Tokens.Count ? query.Tokens[at + 1].Text : "";

    private static IEnumerable<(QueryText Query, QueryToken Token)> Words(SystemSource system, Func<QueryText, QueryToken, bool> isOne) =>
        QueryText.All(system).SelectMany(query => query.Tokens.Where(token => token.Kind == "word" && isOne(query, token)).Select(token => (query, token)));

    private static IEnumerable<(QueryText Query, QueryToken Token)> Tokens(SystemSource system, Func<QueryToken, bool> isOne) =>
        QueryText.All(system).SelectMany(query => query.Tokens.Where(isOne).Select(token => (query, token)));
}
