namespace Dowel.Defects;

/// <summary>Half of a pair, put before every part of a statement.</summary>
internal static class BalanceDefects
{
    public static IEnumerable<DefectClass> All { get; } =
    [
        new("open brace", system => Before(system).Select(each => each.Query.Insert(each.Token.Start, "{ ", "DWL3059", "DWL3060"))),
        new("closing brace", system => Before(system).Select(ClosingBrace)),
        new("open fragment", system => Before(system).Where(each => !IsInFragment(each)).Select(each => each.Query.Insert(each.Token.Start, "{? ", "DWL3060", "DWL3066", "DWL3067", "DWL3058"))),
        new("open quote", system => Before(system).Select(each => LastOf(each.Query.Insert(each.Token.Start, "' ", "DWL3061"), each.Query, '\''))),
        new("open name", system => Before(system).Where(each => each.Query.IsRaw).Select(each => each.Query.Insert(each.Token.Start, "\" ", "DWL3061"))),
        new("open name, escaped", system => Before(system).Where(each => !each.Query.IsRaw).Select(each => each.Query.Insert(each.Token.Start, "\\\" ", "DWL3061"))),
        new("open comment", system => Before(system).Select(each => each.Query.Insert(each.Token.Start, "/* ", "DWL3061"))),
        new("open parenthesis", system => Before(system).Select(each => Parenthesis(each, "( "))),
        new("closing parenthesis", system => Before(system).Select(each => Parenthesis(each, ") "))),
    ];

    // In a fragment it is the fragment's end, and the brace that was the end has no partner.
    private static Defect ClosingBrace((QueryText Query, QueryToken Token) each)
    {
        var defect = each.Query.Insert(each.Token.Start, "} ", "DWL3060");
        return IsInFragment(each) ? defect with { End = each.Query.Tokens.First(token => token.Text == "}" && token.Start >= each.Token.Start).Start + 2 } : defect;
    }

    // Nobody can say which of them is the one too many; it is missed from the last one on.
    private static Defect LastOf(Defect defect, QueryText query, char quote) => defect.At(defect.Text.LastIndexOf(quote, query.End + 1), 1);

    // An engine stumbles where the statement cannot go on: behind it, and before the text's end.
    private static Defect Parenthesis((QueryText Query, QueryToken Token) each, string wrong) =>
        each.Query.Insert(each.Token.Start, wrong, "DWL3062", "DWL3110", "DWL3071", "DWL3072", "DWL3074") is var defect && IsInFragment(each)
            ? defect.At(each.Query.Start, each.Query.Method.Span.End - each.Query.Start)
            : defect with { End = each.Query.Method.Span.End };

    private static bool IsInFragment((QueryText Query, QueryToken Token) each) =>
        each.Query.Tokens.LastOrDefault(token => token.Start < each.Token.Start && token.Text is "{?" or "}").Text == "{?";

    private static IEnumerable<(QueryText Query, QueryToken Token)> Before(SystemSource system) =>
        QueryText.All(system).SelectMany(query => query.Tokens.Select(token => (query, token)));
}
