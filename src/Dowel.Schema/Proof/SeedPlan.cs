namespace Dowel.Schema;

/// <summary>Rows for every table of a schema, so that a migration is tried on data. Pure.</summary>
/// <remarks>
/// Three rows a table, in the order of references: row by row with values that differ, so that keys hold; the second has null wherever it may. A check that lists the
/// values of a column is kept. Any other rule may refuse a row, which then is not there.
/// </remarks>
internal sealed class SeedPlan
{
    private const int RowsOfTable = 3;

    private readonly DatabaseModel _model;
    private readonly ISchemaEngine _engine;
    private readonly DatabaseModel _after;
    private readonly SeedValues _values;

    private SeedPlan(DatabaseModel model, DatabaseModel after, ISchemaEngine engine) =>
        (_model, _after, _engine, _values) = (model, after, engine, new(model, engine.AltersInPlace));

    /// <summary>Makes the rows.</summary>
    /// <param name="model">The schema.</param>
    /// <param name="after">What it becomes: rows keep the rules of that too, as far as they are plain.</param>
    /// <param name="engine">Its engine.</param>
    public static IReadOnlyList<SeedRow> Create(DatabaseModel model, DatabaseModel after, ISchemaEngine engine)
    {
        var plan = new SeedPlan(model, after, engine);
        return [.. plan.InOrder().SelectMany(plan.Rows)];
    }

    private IEnumerable<SeedRow> Rows(TableModel table) => Enumerable.Range(1, RowsOfTable).Select(number => Row(table, number));

    private SeedRow Row(TableModel table, int number)
    {
        var columns = table.Columns.Where(column => column.Generation != Generation.Computed).ToList();
        var isStrict = columns.Exists(column => column.Generation == Generation.StrictIdentity);
        var name = (table.Schema is null ? "" : _engine.Quote(table.Schema) + '.') + _engine.Quote(table.Name);
        return new(table, columns.Count == 0
            ? $"insert into {name} default values"
            : $"insert into {name} ({string.Join(", ", columns.Select(column => _engine.Quote(column.Name)))}) {(isStrict ? "overriding system value " : "")}"
                + $"values ({string.Join(", ", columns.Select(column => Value(table, column, number)))})");
    }

    private string Value(TableModel table, ColumnModel column, int number)
    {
        var stays = _after.Find(table.Key)?.Find(column.Name);
        if (column.IsNullable && stays?.IsNullable != false && number == 2 && !table.PrimaryKey.Contains(column.Name))
        {
            return "null";
        }

        // A reference has the value of the row that it means, whose own may be a reference too.
        var (place, depth) = ((Table: table, Column: column), 0);
        while (depth++ < _model.Tables.Count && Parent(place.Table, place.Column) is { } parent)
        {
            place = parent;
        }

        return _values.Of(_after.Find(place.Table.Key) ?? place.Table, place.Column, number);
    }

    private (TableModel Table, ColumnModel Column)? Parent(TableModel table, ColumnModel column)
    {
        var key = table.Constraints.FirstOrDefault(key => key.Reference is not null && key.Columns.Contains(column.Name));
        return key is not null && _model.Find(key.Reference!.Table) is { } parent
            && parent.Find(key.Reference.Columns.ElementAtOrDefault(key.Columns.ToList().IndexOf(column.Name)) ?? "") is { } theirs
            && (parent != table || theirs != column)
            ? (parent, theirs)
            : null;
    }

    // Of a cycle whoever comes first has its rows refused, or null where it may.
    private List<TableModel> InOrder()
    {
        var order = new List<TableModel>();
        var seen = new HashSet<ObjectKey>();
        foreach (var table in _model.Tables)
        {
            Visit(table, seen, order);
        }

        return order;
    }

    private void Visit(TableModel table, HashSet<ObjectKey> seen, List<TableModel> order)
    {
        if (table is not { Kind: TableKind.Table, PartitionOf: null } || !seen.Add(table.Key))
        {
            return;
        }

        foreach (var parent in table.Constraints.Select(key => key.Reference is { } reference ? _model.Find(reference.Table) : null).OfType<TableModel>())
        {
            Visit(parent, seen, order);
        }

        order.Add(table);
    }
}
