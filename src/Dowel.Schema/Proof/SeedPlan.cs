namespace Dowel.Schema;

/// <summary>Rows for every table of a schema, so that a migration is tried on data. Pure.</summary>
/// <remarks>
/// Four rows a table, in the order of references: with values that differ, so that keys hold. The first is plain, the second has null wherever
/// it may, the third the longest and greatest values and letters of many scripts, the fourth the least ones and empty text. A check that lists
/// the values of a column is kept. Where another rule refuses a row, a tamer one takes its place.
/// </remarks>
internal sealed class SeedPlan
{
    private const int RowsOfTable = 4;

    private readonly DatabaseModel _model;
    private readonly ISchemaEngine _engine;
    private readonly DatabaseModel _after;
    private readonly SeedValues _values;
    private readonly bool _isTame;

    private SeedPlan(DatabaseModel model, DatabaseModel after, ISchemaEngine engine, bool isTame) =>
        (_model, _after, _engine, _values, _isTame) = (model, after, engine, new(model, engine.AltersInPlace), isTame);

    /// <summary>Makes the rows.</summary>
    /// <param name="model">The schema.</param>
    /// <param name="after">What it becomes: rows keep the rules of that too, as far as they are plain.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="isTame">Whether rows also keep to what the schema becomes where it gets narrower: no null, and nothing extreme.</param>
    public static IReadOnlyList<SeedRow> Create(DatabaseModel model, DatabaseModel after, ISchemaEngine engine, bool isTame = false)
    {
        var plan = new SeedPlan(model, after, engine, isTame);
        return [.. plan.InOrder().SelectMany(plan.Rows)];
    }

    private IEnumerable<SeedRow> Rows(TableModel table) => Enumerable.Range(1, RowsOfTable).Select(number => Row(table, number));

    private SeedRow Row(TableModel table, int number) => new(
        table,
        [.. new[] { Insert(table, number, isBold: !_isTame), Insert(table, number, isBold: false), Insert(table, number, isBold: false, isAlone: true) }.Distinct()]);

    private string Insert(TableModel table, int number, bool isBold, bool isAlone = false)
    {
        var columns = table.Columns.Where(column => column.Generation != Generation.Computed).ToList();
        var isStrict = columns.Exists(column => column.Generation == Generation.StrictIdentity);
        var name = (table.Schema is null ? "" : _engine.Quote(table.Schema) + '.') + _engine.Quote(table.Name);
        return columns.Count == 0
            ? $"insert into {name} default values"
            : $"insert into {name} ({string.Join(", ", columns.Select(column => _engine.Quote(column.Name)))}) {(isStrict ? "overriding system value " : "")}"
                + $"values ({string.Join(", ", columns.Select(column => Value(table, column, isAlone && Parent(table, column) is not null && column.IsNullable ? 2 : number, isBold)))})";
    }

    private string Value(TableModel table, ColumnModel column, int number, bool isBold)
    {
        var stays = _after.Find(table.Key)?.Find(column.Name);
        if (column.IsNullable && (!_isTame || stays?.IsNullable != false) && number == 2 && !table.PrimaryKey.Contains(column.Name))
        {
            return "null";
        }

        // A reference has the value of the row that it means, whose own may be a reference too; one to the same table means the row before.
        var (place, depth) = ((Table: table, Column: column), 0);
        while (depth++ < _model.Tables.Count && Parent(place.Table, place.Column) is { } parent)
        {
            number -= number > 1 && parent.Table == table && !IsKey(table, column) ? 1 : 0;
            place = parent;
        }

        return isBold && depth == 1 && !IsKey(table, column) && _values.Extreme(table, column, number) is { } extreme
            ? extreme
            : _values.Of(_after.Find(place.Table.Key) ?? place.Table, place.Column, number);
    }

    // Before the plan or after it: values there are counted on, or go on from the greatest.
    private bool IsKey(TableModel table, ColumnModel column) => column.Generation != Generation.None || new[] { table, _after.Find(table.Key) }.OfType<TableModel>().Any(each =>
        each.Find(column.Name) is { Generation: not Generation.None }
        || each.Uniques.Any(unique => unique.Columns.Contains(column.Name))
        || each.Constraints.Any(key => key.Columns.Contains(column.Name) && (key.Kind is not ConstraintKind.Check and not ConstraintKind.Foreign || (key.Kind == ConstraintKind.Foreign && each != table))));

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
