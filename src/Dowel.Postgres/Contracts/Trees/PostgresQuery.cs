namespace Dowel.Postgres;

/// <summary>A query as the server has understood it, inside another one or by itself: what its result is and whether it can be null.</summary>
internal sealed class PostgresQuery
{
    private const long Select = 1;
    private const long Except = 3;

    // RTEKind of PostgreSQL's parsenodes.h.
    private const long Relation = 0;
    private const long Subquery = 1;
    private const long Join = 2;
    private const long Values = 5;
    private const long Cte = 6;
    private const long Group = 9;

    // FRAMEOPTION of parsenodes.h: from the start, the row or some rows before it; to the row, some rows behind it or the end.
    private const long FrameStartsBefore = 0x20 | 0x200 | 0x800;
    private const long FrameEndsBehind = 0x100 | 0x400 | 0x4000;
    private const long FrameExcludesRow = 0x8000 | 0x10000;

    // A query that refers to itself is as null as the part of it that does not.
    private readonly HashSet<PostgresNode> _open;
    private readonly PostgresNode _query;
    private readonly PostgresQuery? _outer;
    private readonly PostgresJoins _joins;

    /// <summary>Takes a query.</summary>
    /// <param name="query">Its tree.</param>
    /// <param name="catalog">What numbers in it mean.</param>
    /// <param name="parameters">For each parameter, whether it can be null.</param>
    /// <param name="outer">The query that it stands in; null where it stands by itself.</param>
    public PostgresQuery(PostgresNode query, PostgresCatalog catalog, IReadOnlyList<bool> parameters, PostgresQuery? outer = null)
    {
        (_query, _outer, Catalog, Parameters) = (query, outer, catalog, parameters);
        _open = outer?._open ?? [];
        _joins = PostgresJoins.Of(query, catalog);
    }

    /// <summary>What numbers in the tree mean.</summary>
    public PostgresCatalog Catalog { get; }

    /// <summary>For each parameter, whether it can be null.</summary>
    public IReadOnlyList<bool> Parameters { get; }

    /// <summary>Whether each group of rows has at least one, so that an aggregate over values is one.</summary>
    public bool HasGroups => _query.List("groupClause").Count > 0 && _query.List("groupingSets").Count == 0;

    /// <summary>Whether it gives exactly one row: aggregates over all rows, and nothing that takes that row away.</summary>
    public bool IsOneRow => _query.Flag("hasAggs") && _query.List("groupClause").Count == 0 && _query.List("groupingSets").Count == 0
        && !_query.Has("havingQual") && !_query.Has("limitOffset") && !_query.Has("limitCount") && !_query.Has("setOperations");

    /// <summary>Whether a window's frame has the row that it is the frame of.</summary>
    /// <param name="window">The window's number.</param>
    public bool FrameHasRow(long window) =>
        _query.List("windowClause").FirstOrDefault(each => each.Number("winref") == window) is { } clause
        && clause.Number("frameOptions") is var frame
        && (frame & FrameStartsBefore) != 0 && (frame & FrameEndsBehind) != 0 && (frame & FrameExcludesRow) == 0;

    /// <summary>The columns of its result; empty where it gives no rows.</summary>
    public IReadOnlyList<PostgresNode> Targets =>
        [.. _query.List(_query.Number("commandType") == Select ? "targetList" : "returningList").Where(target => !target.Flag("resjunk"))];

    /// <summary>Whether a column of the result can be null.</summary>
    /// <param name="index">The column, from 0.</param>
    public bool MayBeNull(int index) => _query.Node("setOperations") is { } operation
        ? MayBeNull(operation, index)
        : index >= Targets.Count || new PostgresExpressions(this).MayBeNull(Targets[index].Node("expr"));

    /// <summary>The expression of a result's column, in set operations that of the first part.</summary>
    public PostgresNode? Expression(int index) => index < Targets.Count ? Targets[index].Node("expr") : null;

    /// <summary>A query inside this one.</summary>
    public PostgresQuery Inner(PostgresNode query) => new(query, Catalog, Parameters, this);

    /// <summary>Whether a column of one of the query's tables can be null.</summary>
    public bool MayBeNull(PostgresNode column)
    {
        var (scope, levels) = (this, column.Number("varlevelsup"));
        for (; levels > 0 && scope._outer is not null; levels--)
        {
            scope = scope._outer;
        }

        return scope.MayBeNull(column.Number("varno"), column.Number("varattno"));
    }

    private bool MayBeNull(long table, long column)
    {
        var entries = _query.List("rtable");
        if (_joins.IsFilled(table, column))
        {
            return false;
        }

        // A whole row, and what the system keeps of it, is there with the row. In sets of groups a column is null in the totals.
        return table < 1 || table > entries.Count || _joins.IsMissing(table) || _query.List("groupingSets").Count > 0
            || (column > 0 && MayBeNull(entries[(int)table - 1], column));
    }

    private bool MayBeNull(PostgresNode entry, long column)
    {
        var index = (int)column - 1;
        switch (entry.Number("rtekind"))
        {
            case Relation:
                var relation = entry.Number("relid");
                return Catalog.View(relation) is { } view ? OfQuery(view, index, this) : !Catalog.IsFilled(relation, column);
            case Subquery:
                return OfQuery(entry.Node("subquery"), index, this);
            case Join:
                return OfExpression(entry.List("joinaliasvars").ElementAtOrDefault(index));
            case Group:
                return OfExpression(entry.List("groupexprs").ElementAtOrDefault(index));
            case Values:
                return entry.Fields.GetValueOrDefault("values_lists") is not List<object?> rows
                    || rows.OfType<List<object?>>().Any(row => OfExpression(row.OfType<PostgresNode>().ElementAtOrDefault(index)));
            case Cte:
                return OfNamed(entry, index);
            default:
                return true;
        }
    }

    private bool OfNamed(PostgresNode entry, int index)
    {
        var (scope, levels) = (this, entry.Number("ctelevelsup"));
        for (; levels > 0 && scope._outer is not null; levels--)
        {
            scope = scope._outer;
        }

        var named = scope._query.List("cteList").FirstOrDefault(each => each.Word("ctename") == entry.Word("ctename"));
        return OfQuery(named?.Node("ctequery"), index, scope);
    }

    private bool OfQuery(PostgresNode? query, int index, PostgresQuery scope)
    {
        if (query is null)
        {
            return true;
        }

        if (!_open.Add(query))
        {
            return false;
        }

        try
        {
            return new PostgresQuery(query, Catalog, Parameters, scope).MayBeNull(index);
        }
        finally
        {
            _open.Remove(query);
        }
    }

    private bool OfExpression(PostgresNode? expression) => new PostgresExpressions(this).MayBeNull(expression);

    // What `except` leaves is of its first part.
    private bool MayBeNull(PostgresNode operation, int index) => operation.Tag == "RANGETBLREF"
        ? OfQuery(_query.List("rtable")[(int)operation.Number("rtindex") - 1].Node("subquery"), index, this)
        : MayBeNull(operation.Node("larg")!, index) || (operation.Number("op") != Except && MayBeNull(operation.Node("rarg")!, index));
}
