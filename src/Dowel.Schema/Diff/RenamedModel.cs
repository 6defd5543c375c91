namespace Dowel.Schema;

/// <summary>A database by its new names: every key, and every text that its engine rewrites by itself when a name changes. Pure.</summary>
/// <param name="map">The new names.</param>
internal sealed class RenamedModel(KeyMap map)
{
    /// <summary>The database after the renaming.</summary>
    public DatabaseModel Of(DatabaseModel database) => database with
    {
        Tables = [.. database.Tables.Select(Table)],
        Objects = [.. database.Objects.Select(each => Object(each, NamesAround(each)))],
    };

    private IReadOnlyDictionary<string, string> NamesAround(ObjectModel model) => map.NamesIn([model.Key, .. model.Needs]);

    private TableModel Table(TableModel table)
    {
        var names = NamesAround(table);
        var types = map.NamesIn(table.Columns.SelectMany(column => column.Needs));
        return (TableModel)Object(table, names) with
        {
            // A view shows what it showed by the same names, even where it shows a column with a new one.
            Shape = map.Text(table.Shape, types),
            Name = map.Map(table.Key).Name,
            Columns = [.. table.Columns.Select(column => Column(table, column, names, types))],
            Constraints = [.. table.Constraints.Select(Constraint)],
            Indexes = [.. table.Indexes.Select(Index)],
            Options = map.Text(table.Options, names),
            PartitionOf = table.PartitionOf is { } parent ? map.Text(parent, map.NamesIn(table.Needs)) : null,
        };
    }

    private ColumnModel Column(TableModel table, ColumnModel column, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> types) => column with
    {
        Name = map.Map(table.Key.Column(column.Name)).Part!,
        Type = map.Text(column.Type, types),
        BaseType = map.Text(column.BaseType, types),
        Default = column.Default is { } value ? map.Text(value, types) : null,
        Expression = column.Expression is { } expression ? map.Text(map.Text(expression, names), types) : null,
        Needs = map.Map(column.Needs),
    };

    private ConstraintModel Constraint(ConstraintModel constraint)
    {
        var target = constraint.Reference?.Table;
        var names = map.NamesIn([constraint.Key, .. constraint.Needs, .. target is { } table ? [table] : Array.Empty<ObjectKey>()]);
        return (ConstraintModel)Object(constraint, names) with
        {
            Columns = Columns(constraint.Key, constraint.Columns),
            Definition = map.Text(constraint.Definition, names),
            Reference = constraint.Reference is { } reference
                ? reference with { Table = map.Map(reference.Table), Columns = Columns(reference.Table, reference.Columns) }
                : null,
        };
    }

    private IndexModel Index(IndexModel index)
    {
        var names = NamesAround(index);
        return (IndexModel)Object(index, names) with
        {
            Parts = [.. index.Parts.Select(part => map.Text(part, names))],
            Columns = index.Columns is { } columns ? Columns(index.Key, columns) : null,
            Predicate = index.Predicate is { } predicate ? map.Text(predicate, names) : null,
        };
    }

    private ObjectModel Object(ObjectModel model, IReadOnlyDictionary<string, string> names) => model with
    {
        Key = map.Map(model.Key),
        Create = map.Text(model.Create, names),
        Drop = map.Text(model.Drop, names),
        Replace = [.. model.Replace.Select(text => map.Text(text, names))],
        Shape = map.Text(model.Shape, names),
        Needs = map.Map(model.Needs),
    };

    private IReadOnlyList<string> Columns(ObjectKey part, IReadOnlyList<string> columns) =>
        [.. columns.Select(column => map.Map(part.Table.Column(column)).Part!)];
}
