namespace Dowel.Generator.Tests.Queries;

/// <summary>A method to try texts on, without a compiler.</summary>
internal static class Sample
{
    public static readonly RecordModel Record = new(
        "global::Account",
        "accounts",
        new([new("user_id", "UserId", SimpleTypes.Int64), new("email", "Email", Text), new("order", "Order", SimpleTypes.Int64)]));

    private static TypeModel Text => new("string", TypeForm.Plain, SqlKind.Text);

    /// <summary>A method with these parameters: <c>a</c>, <c>a?</c> that may be null, <c>a[]</c> a list, <c>a[]?</c> one that may be null.</summary>
    public static MethodModel Method(string sqlite, string postgres, params string[] parameters) => new("FindAsync", "global::ValueTask", new(parameters.Select(Parameter)))
    {
        Sqlite = sqlite,
        Postgres = postgres,
        Result = new(QueryGives.Nothing, null),
    };

    /// <summary>The texts for both engines with no fragment left out but those of a combination.</summary>
    public static (string Sqlite, string Postgres) Render(MethodModel method, int combination = -1)
    {
        var plan = QueryPlan.Create(method);
        return (Render(plan, plan.Sqlite, combination).Text, Render(plan, plan.Postgres, combination).Text);
    }

    public static (string Sqlite, string Postgres) Render(string text, params string[] parameters) => Render(Method(text, text, parameters));

    public static RenderedQuery Render(QueryPlan plan, QueryTemplate template, int combination)
    {
        var statement = new RenderedQuery();
        plan.Render(template, Record, combination, statement);
        return statement;
    }

    /// <summary>The codes and places of what is wrong, as <c>DWL3057 12 'x'</c>.</summary>
    public static IReadOnlyList<string> Faults(MethodModel method)
    {
        var diagnostics = new DiagnosticList();
        var (sqlite, postgres) = (QueryText.OfFile("x.sqlite.sql", method.Sqlite), QueryText.OfFile("x.postgres.sql", method.Postgres));
        var places = method.Parameters.Select((_, i) => new LocationSnapshot("x.cs", 1000 + i, 1, (0, 0), (0, 1)));
        var source = new QuerySource(method, new("x.cs", 999, 1, (0, 0), (0, 1)), new(places));
        new QueryChecks(source, QueryPlan.Create(method), new("", "Accounts", Record), diagnostics).Check(sqlite, postgres);
        return
        [
            .. diagnostics.ToModels().Select(found =>
            {
                var text = found.Location!.Path switch { "x.sqlite.sql" => method.Sqlite, "x.postgres.sql" => method.Postgres, _ => null };
                return $"{found.Code} {found.Location.Start}{(text is null ? "" : $" '{text.Substring(found.Location.Start, found.Location.Length)}'")}";
            }),
        ];
    }

    public static IReadOnlyList<string> Faults(string text, params string[] parameters) => Faults(Method(text, text, parameters));

    private static MethodParameterModel Parameter(string spelling)
    {
        var isNullable = spelling.EndsWith('?');
        var name = spelling.TrimEnd('?');
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        return new(name.Replace("[]", ""), isNullable ? "string?" : "string") { Type = Text with { IsNullable = isNullable && !isList }, IsList = isList };
    }
}
