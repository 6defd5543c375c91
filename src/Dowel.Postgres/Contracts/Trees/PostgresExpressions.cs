namespace Dowel.Postgres;

/// <summary>Whether an expression can be null, as far as its tree shows: what is not known can be.</summary>
/// <param name="query">The query that it stands in.</param>
internal sealed class PostgresExpressions(PostgresQuery query)
{
    // SubLinkType of PostgreSQL's primnodes.h.
    private const long Exists = 0;
    private const long Any = 2;
    private const long Scalar = 4;
    private const long Array = 6;

    // CoercionForm: a cast, written or not.
    private const long ExplicitCast = 1;
    private const long ImplicitCast = 2;

    private PostgresCatalog Catalog => query.Catalog;

    /// <summary>Whether an expression can be null; a missing one is.</summary>
    public bool MayBeNull(PostgresNode? node) => node?.Tag switch
    {
        null => true,
        "VAR" => query.MayBeNull(node),
        "CONST" => node.Flag("constisnull"),
        "PARAM" => node.Number("paramid") is var number && (number < 1 || number > query.Parameters.Count || query.Parameters[(int)number - 1]),
        "AGGREF" => OfAggregate(node),
        "WINDOWFUNC" => OfWindow(node),
        "FUNCEXPR" => OfFunction(node),
        "OPEXPR" => !PostgresFunctions.IsTotalOperator(Catalog.Operator(node.Number("opno"))) || AnyOf(node),
        "SCALARARRAYOPEXPR" or "BOOLEXPR" => AnyOf(node),
        "NULLTEST" or "BOOLEANTEST" or "DISTINCTEXPR" or "ARRAYEXPR" or "ARRAY" or "ROWEXPR" or "ROW" or "GROUPINGFUNC" or "NEXTVALUEEXPR" => false,
        "SQLVALUEFUNCTION" or "MERGESUPPORTFUNC" => false,
        "COALESCE" or "COALESCEEXPR" or "MINMAX" or "MINMAXEXPR" => node.List("args").All(MayBeNull),
        "CASE" or "CASEEXPR" => MayBeNull(node.Node("defresult")) || node.List("args").Any(when => MayBeNull(when.Node("result"))),
        "SUBLINK" => OfSubquery(node),
        "RELABELTYPE" or "COERCEVIAIO" or "ARRAYCOERCEEXPR" or "COERCETODOMAIN" or "COLLATEEXPR" or "COLLATE" => MayBeNull(node.Node("arg")),
        _ => true,
    };

    /// <summary>Whether a node changes the type of a value without having been asked to.</summary>
    public static bool IsSilentCast(PostgresNode node) =>
        (node.Tag == "COERCEVIAIO" && node.Number("coerceformat") == ImplicitCast)
        || (node.Tag == "FUNCEXPR" && node.Number("funcformat") == ImplicitCast && node.List("args").Count > 0);

    /// <summary>The type of an expression; null where the tree does not tell.</summary>
    public string? TypeOf(PostgresNode? node) => node?.Tag switch
    {
        null => null,
        "BOOLEXPR" or "NULLTEST" or "BOOLEANTEST" or "SCALARARRAYOPEXPR" => "boolean",
        "SUBLINK" when node.Number("subLinkType") is Exists or 1 or Any => "boolean",
        "SUBLINK" when node.Number("subLinkType") == Scalar && node.Node("subselect") is { } inner =>
            query.Inner(inner) is var scalar ? new PostgresExpressions(scalar).TypeOf(scalar.Expression(0)) : null,
        "COLLATEEXPR" or "COLLATE" => TypeOf(node.Node("arg")),
        _ => FieldOfType(node.Tag) is { } field ? Catalog.Type(node.Number(field)) : null,
    };

    private static string? FieldOfType(string tag) => tag switch
    {
        "VAR" => "vartype",
        "CONST" => "consttype",
        "PARAM" => "paramtype",
        "AGGREF" => "aggtype",
        "WINDOWFUNC" => "wintype",
        "FUNCEXPR" => "funcresulttype",
        "OPEXPR" or "DISTINCTEXPR" or "NULLIFEXPR" => "opresulttype",
        "COALESCE" or "COALESCEEXPR" => "coalescetype",
        "MINMAX" or "MINMAXEXPR" => "minmaxtype",
        "CASE" or "CASEEXPR" => "casetype",
        "RELABELTYPE" or "COERCEVIAIO" or "ARRAYCOERCEEXPR" or "COERCETODOMAIN" or "FIELDSELECT" => "resulttype",
        "ARRAY" or "ARRAYEXPR" => "array_typeid",
        "SQLVALUEFUNCTION" => "type",
        "SUBSCRIPTINGREF" => "refrestype",
        _ => null,
    };

    private bool AnyOf(PostgresNode node) => node.List("args").Any(MayBeNull);

    private bool OfFunction(PostgresNode node)
    {
        var name = Catalog.Function(node.Number("funcid"));
        var isCast = name.Length > 0 && node.Number("funcformat") is ExplicitCast or ImplicitCast;
        return !PostgresFunctions.IsFilled(name) && (!(isCast || PostgresFunctions.IsTotal(name)) || AnyOf(node));
    }

    // Over no rows every aggregate but `count` is null; a group has rows, unless a filter takes them away.
    private bool OfAggregate(PostgresNode node)
    {
        var name = Catalog.Function(node.Number("aggfnoid"));
        var isOverRows = query.HasGroups && !node.Has("aggfilter");
        return name != "count" && !(isOverRows
            && (PostgresFunctions.IsCollector(name)
                || (PostgresFunctions.IsAggregate(name) && !node.List("args").Any(argument => MayBeNull(argument.Node("expr"))))));
    }

    // The row itself is in its frame unless that ends before it or begins behind it.
    private bool OfWindow(PostgresNode node)
    {
        var name = Catalog.Function(node.Number("winfnoid"));
        var isOverRows = query.FrameHasRow(node.Number("winref")) && !node.Has("aggfilter");
        return !PostgresFunctions.IsFilled(name) && !(isOverRows
            && (PostgresFunctions.IsCollector(name) || (PostgresFunctions.IsAggregate(name) && !AnyOf(node))));
    }

    private bool OfSubquery(PostgresNode node)
    {
        var inner = node.Node("subselect") is { } subselect ? query.Inner(subselect) : null;
        return node.Number("subLinkType") switch
        {
            Exists or Array => false,
            Scalar => inner is not { IsOneRow: true } || inner.MayBeNull(0),
            Any => inner is null || inner.MayBeNull(0) || node.Node("testexpr") is not { } test || test.List("args").Take(1).Any(MayBeNull),
            _ => true,
        };
    }
}
