using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Defects;

/// <summary>The text of a method's statement, as it stands in a source file.</summary>
internal sealed partial class QueryText
{
    private QueryText(string file, MethodDeclarationSyntax method, AttributeArgumentSyntax argument)
    {
        var token = ((LiteralExpressionSyntax)argument.Expression).Token;
        var quotes = token.Text.TakeWhile(letter => letter == '"').Count();
        (File, Method, Source, IsRaw) = (file, method, method.SyntaxTree.ToString(), quotes > 1);
        (Start, End) = (token.SpanStart + quotes, token.Span.End - quotes);
        Engine = argument.NameEquals?.Name.Identifier.Text switch { "Sqlite" => "SQLite", "Postgres" => "PostgreSQL", _ => null };
        Tokens = Read();
    }

    public string File { get; }

    public string Source { get; }

    public MethodDeclarationSyntax Method { get; }

    /// <summary>The one engine that the text is for; null for both.</summary>
    public string? Engine { get; }

    public bool IsRaw { get; }

    public int Start { get; }

    public int End { get; }

    public IReadOnlyList<QueryToken> Tokens { get; }

    /// <summary>The offset behind the last token.</summary>
    public int TextEnd => Tokens[^1].Start + Tokens[^1].Text.Length;

    /// <summary>All texts of a system.</summary>
    public static IEnumerable<QueryText> All(SystemSource system) =>
        from file in system.Files
        from method in file.Value.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where attribute.Name.ToString() == "Query"
        from argument in attribute.ArgumentList!.Arguments
        where argument.Expression is LiteralExpressionSyntax
        select new QueryText(file.Key, method, argument);

    /// <summary>The text with another part.</summary>
    public Defect Replace((int Start, int Length) part, string wrong, params string[] codes) =>
        Defect.Replace(File, Source, part, wrong, codes) with { Engine = Engine };

    /// <summary>The text with something put before an offset.</summary>
    public Defect Insert(int at, string wrong, params string[] codes) => Replace((at, 0), wrong, codes);

    private List<QueryToken> Read()
    {
        var (tokens, clause) = (new List<QueryToken>(), "");
        foreach (Match match in Token().Matches(Source[Start..End]))
        {
            var kind = match.Groups.Values.Skip(1).First(group => group.Success).Name;
            clause = kind == "word" && match.Value is "select" or "from" or "join" or "on" or "where" or "order" or "set" or "returning" or "into" or "values" or "update" ? match.Value : clause;
            tokens.Add(new(kind, match.Value, Start + match.Index, clause));
        }

        return tokens;
    }

    [GeneratedRegex(@"(?<string>'[^']*')|(?<parameter>@\w+)|(?<braces>\{[a-z]+\}|\{\?|\})|(?<word>[a-z_]\w*)|(?<symbol><=|>=|<>|\S)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
