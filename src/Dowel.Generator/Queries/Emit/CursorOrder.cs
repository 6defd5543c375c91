namespace Dowel.Generator;

/// <summary>The order of a query's pages by cursor, put around the query.</summary>
internal sealed class CursorOrder
{
    private readonly RecordModel _rows;
    private readonly IReadOnlyList<OrderModel> _order;

    private CursorOrder(RecordModel rows, IReadOnlyList<OrderModel> order) => (_rows, _order) = (rows, order);

    /// <summary>The columns of the order.</summary>
    public IReadOnlyList<ColumnModel> Columns => [.. _order.Select(each => _rows.Columns[each.Column])];

    /// <summary>The first page.</summary>
    public QueryWrapping First => new(Before, (isPostgres, number) => $"{End}{OrderBy(isPostgres)} limit {number(0)}", [Limit]);

    /// <summary>The pages that follow a place.</summary>
    public QueryWrapping After => new(
        Before,
        (isPostgres, number) => $"{End}\nwhere {KeysetOf(isPostgres, number).After}{OrderBy(isPostgres)} limit {number(_order.Count)}",
        [.. Columns.Select(column => new ParameterModel(Names.Camel(column.Property), column.Type)), Limit]);

    /// <summary>The order in SQLite's words.</summary>
    public KeysetSql Keyset => new(_rows, _order, isPostgres: false);

    private static string Before => "select * from (\n";

    private static string End => "\n) as listed";

    private static ParameterModel Limit => new("limit", SimpleTypes.Int64);

    /// <summary>Finds the order of a method's pages.</summary>
    /// <param name="method">The method.</param>
    /// <param name="repository">Its repository.</param>
    /// <returns>The order; null where there is none.</returns>
    public static CursorOrder? Of(MethodModel method, RepositoryModel repository)
    {
        var row = method.Result!.Row!;
        var rows = new RecordModel(row.Name, "", row.Members.Select(member => new ColumnModel(member.Column, member.Name, member.Type)).ToEquatableArray());
        if (row.Form == RowForm.Record && method.OrderBy.Count == 0)
        {
            return repository.Order.Count == 0 ? null : new(rows, repository.Order);
        }

        var order = method.OrderBy.Select(name => new OrderModel(PositionOf(rows, name.TrimStart('-')), name.StartsWith("-", StringComparison.Ordinal))).ToList();
        if (row.Form == RowForm.Record)
        {
            // With the key no two rows share a place.
            var key = repository.Record.Key.Select(column => PositionOf(rows, column.Property));
            order.AddRange(key.Where(position => !order.Exists(each => each.Column == position)).Select(position => new OrderModel(position, order.Count > 0 && order[0].IsFalling)).ToList());
        }

        return order.Count == 0 || order.Exists(each => each.Column < 0) ? null : new(rows, order);
    }

    private static int PositionOf(RecordModel rows, string name) => Enumerable.Range(0, rows.Columns.Count)
        .Where(i => rows.Columns[i] is { Name: not "", Type: { IsArray: false, Kind: not (SqlKind.Json or SqlKind.Bytes) } } column && column.Property == name)
        .DefaultIfEmpty(-1)
        .First();

    private string OrderBy(bool isPostgres) => "\norder by " + new KeysetSql(_rows, _order, isPostgres).OrderBy;

    private KeysetSql KeysetOf(bool isPostgres, Func<int, string> number) => new(_rows, _order, isPostgres, number);
}
