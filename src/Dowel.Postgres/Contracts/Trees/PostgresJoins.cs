namespace Dowel.Postgres;

/// <summary>Which of a query's tables can be missing from a row of its result, and which columns its filters let through only with a value. Pure.</summary>
internal sealed class PostgresJoins
{
    // JoinType of PostgreSQL's nodes.h.
    private const long Left = 1;
    private const long Full = 2;
    private const long Right = 3;

    private const long IsNotNull = 1;

    private readonly PostgresCatalog _catalog;
    private readonly HashSet<long> _missing = [];
    private readonly HashSet<(long Table, long Column)> _filled = [];

    private PostgresJoins(PostgresCatalog catalog) => _catalog = catalog;

    /// <summary>Reads the joins and filters of a query.</summary>
    public static PostgresJoins Of(PostgresNode query, PostgresCatalog catalog)
    {
        var joins = new PostgresJoins(catalog);
        if (query.Node("jointree") is { } tree)
        {
            joins.Walk(tree, isOptional: false);
        }

        // A filter that a missing row does not pass turns its outer join into an inner one.
        joins._missing.ExceptWith(joins._filled.Select(column => column.Table));
        return joins;
    }

    /// <summary>Whether rows of a table can be missing.</summary>
    public bool IsMissing(long table) => _missing.Contains(table);

    /// <summary>Whether a filter lets a column through only with a value.</summary>
    public bool IsFilled(long table, long column) => _filled.Contains((table, column));

    private void Walk(PostgresNode node, bool isOptional)
    {
        switch (node.Tag)
        {
            case "RANGETBLREF" when isOptional:
                _missing.Add(node.Number("rtindex"));
                break;
            case "FROMEXPR":
                foreach (var item in node.List("fromlist"))
                {
                    Walk(item, isOptional);
                }

                Filter(node.Node("quals"), isOptional);
                break;
            case "JOINEXPR":
                var kind = node.Number("jointype");
                Walk(node.Node("larg")!, isOptional || kind is Right or Full);
                Walk(node.Node("rarg")!, isOptional || kind is Left or Full);
                Filter(node.Node("quals"), isOptional || kind != 0);
                if (kind is Full || (isOptional && kind == 0))
                {
                    _missing.Add(node.Number("rtindex"));
                }

                break;
        }
    }

    private void Filter(PostgresNode? condition, bool isOptional)
    {
        if (condition is null || isOptional)
        {
            return;
        }

        foreach (var part in condition is { Tag: "BOOLEXPR" } both && both.Word("boolop") == "and" ? both.List("args") : [condition])
        {
            if (part.Tag == "BOOLEXPR" && part.Word("boolop") == "and")
            {
                Filter(part, isOptional);
            }

            foreach (var column in Passes(part))
            {
                _filled.Add(column);
            }
        }
    }

    private IEnumerable<(long Table, long Column)> Passes(PostgresNode condition) => condition.Tag switch
    {
        "NULLTEST" when condition.Number("nulltesttype") == IsNotNull => Columns([condition.Node("arg")!]),
        "OPEXPR" or "SCALARARRAYOPEXPR" when PostgresFunctions.IsComparison(_catalog.Operator(condition.Number("opno"))) =>
            Columns(condition.Tag == "OPEXPR" ? condition.List("args") : condition.List("args").Take(1)),
        _ => [],
    };

    // A column under a change of type is null when the column is.
    private static IEnumerable<(long Table, long Column)> Columns(IEnumerable<PostgresNode> nodes) => nodes
        .Select(node => node.Tag == "RELABELTYPE" ? node.Node("arg")! : node)
        .Where(node => node.Tag == "VAR" && node.Number("varlevelsup") == 0)
        .Select(node => (node.Number("varno"), node.Number("varattno")));
}
