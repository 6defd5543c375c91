namespace Dowel.Defects;

/// <summary>Half of a pair, put before every word of a statement.</summary>
internal static class BalanceDefects
{
    public static IEnumerable<DefectClass> All { get; } =
    [
        new("open brace", system => Before(system).Select(each => each.Query.Insert(each.Token.Start, "{ ", "DWL3059", "DWL3060"))),
        new("closing brace", system => Before(system).Select(ClosingBrace)),
        new("open fragment", system => Before(system).Where(each => !IsInFragment(each)).Select(each => OpenFragment(each))),
        new("open quote", system => Before(system).Select(each => LastOf(each.Query.Insert(each.Token.Start, "' ", "DWL3061"), each.Query, '\''))),
        new("open name", system => Before(system).Where(each => each.Query.IsRaw).Select(each => each.Query.Insert(each.Token.Start, "\" ", "DWL3061"))),
        new("open name, escaped", system => Before(system).Where(each => !each.Query.IsRaw).Select(each => each.Query.Insert(each.Token.Start, "\\\" ", "DWL3061"))),
        new("open comment", system => Before(system).Select(each => each.Query.Insert(each.Token.Start, "/* ", "DWL3061"))),
        new("open parenthesis", system => Before(system).Select(each => OpenParenthesis(each))),
        new("closing parenthesis", system => Before(system).Select(ClosingParenthesis)),
    ];

    // Where a fragment follows, that is the one in another; without one it is never closed.
    private static Defect OpenFragment((QueryText Query, QueryToken Token) each) =>
        each.Query.Insert(each.Token.Start, "{? ", "DWL3060", "DWL3066") is var wrong && each.Query.Tokens.Any(token => token.Text == "{?" && token.Start >= each.Token.Start) ? wrong with { End = each.Query.End } : wrong;

    // In a fragment it is the fragment's end, and the brace that was the end has no partner.
    private static Defect ClosingBrace((QueryText Query, QueryToken Token) each)
    {
        var defect = each.Query.Insert(each.Token.Start, "} ", "DWL3060");
        return IsInFragment(each) ? defect with { End = each.Query.Tokens.First(token => token.Text == "}" && token.Start >= each.Token.Start).Start + 2 } : defect;
    }

    // Nobody can say which of them is the one too many; it is missed from the last one on.
    private static Defect LastOf(Defect defect, QueryText query, char quote) => defect.At(defect.Text.LastIndexOf(quote, query.End + 1), 1);

    // In parentheses it is closed in their place, and they are not.
    private static Defect OpenParenthesis((QueryText Query, QueryToken Token) each) =>
        each.Query.Insert(each.Token.Start, "( ", "DWL3062") is var wrong && Depth(each) > 0
            ? wrong with { Start = each.Query.Tokens.Last(token => token.Text == "(" && token.Start < each.Token.Start && Depth((each.Query, token)) == 0).Start }
            : wrong;

    // In parentheses it closes them, and the one that did has none to close any more.
    private static Defect ClosingParenthesis((QueryText Query, QueryToken Token) each) =>
        each.Query.Insert(each.Token.Start, ") ", "DWL3062") is var wrong && Depth(each) > 0 ? wrong with { End = each.Query.End + 1 } : wrong;

    private static int Depth((QueryText Query, QueryToken Token) each) =>
        each.Query.Tokens.Where(token => token.Start < each.Token.Start).Sum(token => token.Text switch { "(" => 1, ")" => -1, _ => 0 });

    private static bool IsInFragment((QueryText Query, QueryToken Token) each) =>
        each.Query.Tokens.LastOrDefault(token => token.Start < each.Token.Start && token.Text is "{?" or "}").Text == "{?";

    private static IEnumerable<(QueryText Query, QueryToken Token)> Before(SystemSource system) =>
        QueryText.All(system).SelectMany(query => query.Tokens.Where(token => token.Kind is "word" or "string").Select(token => (query, token)));
}
