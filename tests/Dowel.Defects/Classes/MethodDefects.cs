using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Defects;

/// <summary>Mistakes in the signature of a method, beside a statement that is right.</summary>
internal static class MethodDefects
{
    public static IEnumerable<DefectClass> All { get; } =
    [
        new("missing parameter", system => Parameters(system).Select(Missing)),
        new("parameter of another name", system => Parameters(system).Select(each => Defect.Replace(each.Query.File, each.Query.Source, Span(each.Parameter.Identifier.Span), each.Parameter.Identifier.Text + "x", "DWL3058"))),
        new("unused parameter", system => Methods(system).Select(each => Inserted(each, "int unused, ", "DWL3058"))),
        .. WrongTypes(),
        new("list for a value", system => Parameters(system).Select(each => Retyped(each, t => $"IReadOnlyCollection<{t.TrimEnd('?')}>", "DWL3069") with { Start = each.Query.Start, End = each.Query.End + 30, Engine = each.Query.Engine })
            .Where(each => each.Engine is null)),
        new("parameter of a type that columns do not have", system => Parameters(system).Select(each => Retyped(each, _ => "object", "DWL3007"))),
        new("fragment that is never left out", system => Parameters(system).Where(each => each.Parameter.Type!.ToString().EndsWith('?') && each.Query.Source.AsSpan()[each.Query.Start..each.Query.End].Contains("{?", StringComparison.Ordinal))
            .Select(each => Retyped(each, type => type.TrimEnd('?'), "DWL3067") is var wrong ? wrong.At(each.Query.Start, each.Query.End - each.Query.Start) : wrong)),
        new("no cancellation", system => Methods(system).Select(each => Defect.Replace(each.File, each.Source, Span(each.Method.ParameterList.Parameters[^1].Span), "bool really = true", "DWL3051").At(each.Method.ReturnType.SpanStart, each.Method.Span.End - each.Method.ReturnType.SpanStart))),
        new("rows of a statement without rows", system => Methods(system).Where(each => !GivesRows(each)).Select(each => Returning(each, "ValueTask<(string A, long B)>", "DWL3071", "DWL3072").At(each.Start, each.TextEnd - each.Start))),
        new("one value of several columns", system => Methods(system).Where(each => GivesRows(each) && !IsScalar(each)).Select(each => Returning(each, "ValueTask<IReadOnlyList<string>>", "DWL3113", "DWL3073").At(each.Method.SpanStart, each.Method.Span.Length))),
        new("several columns of one value", system => Methods(system).Where(IsScalar).Select(each => Returning(each, "ValueTask<(long Count, string Name)>", "DWL3113").At(each.Start, each.TextEnd - each.Start))),
        new("value of another type", system => Methods(system).Where(IsScalar).SelectMany(each => new[] { "string", "Guid", "byte[]", "double", "DateOnly" }.Select(type => Whole(Returning(each, $"ValueTask<{type}>", "DWL3115"), each)))),
        new("value of a narrower type", system => Methods(system).Where(IsScalar).Select(each => Whole(Returning(each, "ValueTask<int>", "DWL3115"), each))) { SilentOn = "SQLite" },
        new("never null what is no column", system => Methods(system).Where(GivesRows).Select(each => Attributed(each, "NeverNull(\"nonsense\")", "DWL3117"))),
        new("file that is not there", system => Methods(system).Where(each => each.Engine is null).Select(each => Defect.Replace(each.File, each.Source, Span(Literal(each).Span), "File = \"Missing.sql\"", "DWL3056"))),
        new("method with a body", system => Methods(system).Select(each => Defect.Replace(each.File, each.Source, (each.Method.Span.End - 1, 1), " => default;", "DWL3050").At(each.Method.SpanStart, each.Method.Span.Length + 12))),
        new("result that no statement has", system => Methods(system).Select(each => Returning(each, "int", "DWL3053"))),
    ];

    // Which types a parameter can be mistaken for, by what it is.
    private static IEnumerable<DefectClass> WrongTypes()
    {
        (string Right, string[] Wrong)[] kinds =
        [
            ("string", ["long", "Guid", "DateTimeOffset", "double", "byte[]", "bool"]),
            ("number", ["string", "Guid", "DateTimeOffset", "DateOnly", "byte[]"]),
        ];
        foreach (var (right, wrong) in kinds)
        {
            foreach (var type in wrong)
            {
                yield return new($"{type} for {right}", system => Parameters(system).Where(each => (each.Parameter.Type!.ToString().TrimEnd('?') is "UserId" or "DateTimeOffset") == (right == "number"))
                    .Where(each => type != "DateTimeOffset" || !each.Parameter.Type!.ToString().StartsWith("DateTimeOffset", StringComparison.Ordinal))
                    .Select(each => WrongType(each, type)))
                {
                    // On SQLite these are text themselves.
                    SilentOn = right == "string" && type is ("Guid" or "DateTimeOffset") ? "SQLite" : null,
                };
            }
        }
    }

    // `[UnixSeconds] DateTimeOffset x` becomes `string x`.
    private static Defect WrongType((QueryText Query, ParameterSyntax Parameter) each, string type)
    {
        var mark = each.Parameter.Type!.ToString().EndsWith('?') ? "?" : "";
        var start = each.Parameter.SpanStart;
        return Defect.Replace(each.Query.File, each.Query.Source, (start, each.Parameter.Type.Span.End - start), type + mark, "DWL3110", "DWL3112").At(each.Query.Start, each.Query.End - each.Query.Start) with { Engine = each.Query.Engine };
    }

    private static Defect Missing((QueryText Query, ParameterSyntax Parameter) each)
    {
        var used = each.Query.Tokens.First(token => token.Text == "@" + each.Parameter.Identifier.Text);
        return Defect.Replace(each.Query.File, each.Query.Source, (each.Parameter.FullSpan.Start, each.Parameter.FullSpan.Length + 1), "", "DWL3057").At(used.Start, used.Text.Length);
    }

    private static Defect Retyped((QueryText Query, ParameterSyntax Parameter) each, Func<string, string> type, params string[] codes) =>
        Defect.Replace(each.Query.File, each.Query.Source, Span(each.Parameter.Type!.Span), type(each.Parameter.Type.ToString()), codes) is var wrong
            ? wrong.At(each.Parameter.SpanStart, each.Parameter.Span.Length + 30) : wrong;

    private static Defect Inserted(QueryText each, string parameter, params string[] codes) =>
        Defect.Replace(each.File, each.Source, (each.Method.ParameterList.OpenParenToken.Span.End, 0), parameter, codes);

    private static Defect Returning(QueryText each, string type, params string[] codes) => Defect.Replace(each.File, each.Source, Span(each.Method.ReturnType.Span), type, codes) is var wrong
        ? wrong.At(each.Method.ReturnType.SpanStart, type.Length + 1 + each.Method.Identifier.Text.Length) : wrong;

    private static Defect Whole(Defect defect, QueryText each) => defect.At(each.Method.SpanStart, each.Method.Span.Length + defect.Text.Length - each.Source.Length);

    private static Defect Attributed(QueryText each, string attribute, params string[] codes) =>
        Defect.Replace(each.File, each.Source, (each.Method.SpanStart, 0), $"[{attribute}] ", codes).At(each.Method.SpanStart, each.Method.Span.Length + attribute.Length + 3);

    private static bool GivesRows(QueryText each) => each.Tokens.Any(token => token.Text == "returning") || each.Tokens[0].Text == "select";

    private static bool IsScalar(QueryText each) => each.Tokens.Any(token => token.Text == "count");

    private static ExpressionSyntax Literal(QueryText each) => each.Method.AttributeLists.SelectMany(list => list.Attributes).First(attribute => attribute.Name.ToString() == "Query").ArgumentList!.Arguments[0].Expression;

    private static (int Start, int Length) Span(Microsoft.CodeAnalysis.Text.TextSpan span) => (span.Start, span.Length);

    private static IEnumerable<QueryText> Methods(SystemSource system) => QueryText.All(system).DistinctBy(query => query.Method);

    private static IEnumerable<(QueryText Query, ParameterSyntax Parameter)> Parameters(SystemSource system) =>
        from query in QueryText.All(system)
        from parameter in query.Method.ParameterList.Parameters
        where parameter.Type!.ToString() is not ("CancellationToken" or "PageRequest")
        select (query, parameter);
}
