namespace Dowel.Schema;

/// <summary>What a step of a plan needs to be there, makes, uses no more and takes away. Pure.</summary>
internal static class ChangeLinks
{
    /// <summary>What must be there before the step.</summary>
    public static IEnumerable<ObjectKey> Requires(SchemaChange change) => change switch
    {
        CreateTable create => [.. create.Table.Needs, .. create.Table.Columns.SelectMany(column => column.Needs), .. create.Constraints.SelectMany(UsedBy)],
        CreateObject create => UsedBy(create.Object),
        ReplaceObject replace => UsedBy(replace.After),
        AddColumn add => [add.Table.Key, .. add.Column.Needs, .. Mentioned(add.Table, add.Column)],
        AlterColumn alter => [alter.Table.Key, .. alter.After.Needs],
        AlterTable alter => [.. alter.After.Needs, .. alter.After.Columns.SelectMany(column => column.Needs)],
        _ => [],
    };

    /// <summary>What is there after the step, or is there in another way.</summary>
    public static IEnumerable<ObjectKey> Provides(SchemaChange change) => change switch
    {
        CreateTable create => [.. ModelKeys.Of(create.Table), .. create.Constraints.SelectMany(Offered)],
        CreateObject create => Offered(create.Object),
        AlterTable alter => [.. ModelKeys.Of(alter.After), .. alter.After.Constraints.SelectMany(Offered)],
        RenameObject rename => [rename.To],
        ReplaceObject replace => ModelKeys.Of(replace.After),
        DropObject or DropColumn => [],
        _ => [change.Key],
    };

    /// <summary>What is used no more after the step, and can go then.</summary>
    public static IEnumerable<ObjectKey> Frees(SchemaChange change) => change switch
    {
        DropObject { Object: TableModel table } => [.. table.Needs, .. table.Columns.SelectMany(column => column.Needs), .. table.Constraints.SelectMany(UsedBy), .. table.Indexes.SelectMany(UsedBy)],
        DropObject drop => UsedBy(drop.Object),
        DropColumn drop => [.. drop.Column.Needs, .. Mentioned(drop.Table, drop.Column), .. drop.Table.Constraints.Where(key => key.Columns.Contains(drop.Column.Name)).SelectMany(UsedBy)],
        AlterColumn alter => alter.Before.Needs.Except(alter.After.Needs),
        AlterTable alter => alter.Before.Columns.SelectMany(column => column.Needs).Concat(alter.Before.Constraints.SelectMany(UsedBy)).Except(Requires(alter)),
        ReplaceObject replace => replace.Before.Needs.Except(replace.After.Needs),
        _ => [],
    };

    /// <summary>What is gone, or about to change, with the step: whoever uses it must have been dropped.</summary>
    public static IEnumerable<ObjectKey> Removes(SchemaChange change) => change switch
    {
        DropObject drop => Offered(drop.Object),
        AlterTable alter => ModelKeys.Of(alter.Before),
        RenameObject rename => [rename.From],
        ReplaceObject replace => [replace.Before.Key, replace.Key],
        CreateTable or CreateObject or AddColumn => [],
        _ => [change.Key],
    };

    /// <summary>The name by which no two objects of a schema can be, where the step takes one.</summary>
    public static string? Takes(SchemaChange change) => change switch
    {
        CreateTable or CreateObject => Name(change.Key),
        RenameObject rename => Name(rename.To),
        AlterColumn { Before.IsCounted: false, After.IsCounted: true } alter => CounterName(alter),
        _ => null,
    };

    /// <summary>The names that are free after the step.</summary>
    public static IEnumerable<string> Releases(SchemaChange change) => change switch
    {
        DropObject { Object: TableModel table } => [Name(table.Key), .. table.Constraints.Select(each => Name(each.Key)), .. table.Indexes.Select(each => Name(each.Key))],
        DropObject or RenameObject => [Name(change.Key)],
        AlterColumn { Before.IsCounted: true, After.IsCounted: false } alter => [CounterName(alter)],
        _ => [],
    };

    /// <summary>What an object uses, its own table and columns with it.</summary>
    public static IEnumerable<ObjectKey> UsedBy(ObjectModel model)
    {
        var standing = model.Key.StandsOnAnother ? new[] { model.Key.Table, model.Key.Table with { Kind = ObjectKind.View }, model.Key.Table with { Kind = ObjectKind.MaterializedView } } : [];
        return model switch
        {
            ConstraintModel { Reference: { } reference } key =>
                [.. key.Needs, .. standing, .. key.Columns.Select(key.Key.Table.Column), reference.Table, .. reference.Columns.Select(reference.Table.Column), KeyOver(reference.Table, reference.Columns)],
            ConstraintModel key => [.. key.Needs, .. standing, .. key.Columns.Select(key.Key.Table.Column)],
            IndexModel index => [.. index.Needs, .. standing, .. SqlText.Tokens(index.Create).Select(token => token.Name).OfType<string>().Distinct().Select(index.Key.Table.Column)],
            _ => [.. model.Needs, .. standing],
        };
    }

    // What a reference needs is a key over these columns, whatever it is called.
    private static ObjectKey KeyOver(ObjectKey table, IEnumerable<string> columns) =>
        new(ObjectKind.Constraint, table.Name, $"({string.Join(',', columns.Order(StringComparer.Ordinal))})", table.Schema);

    private static IEnumerable<ObjectKey> Offered(ObjectModel model) => model switch
    {
        ConstraintModel { Kind: ConstraintKind.Primary or ConstraintKind.Unique } key => [key.Key, KeyOver(key.Key.Table, key.Columns)],
        IndexModel { IsUnique: true, Columns: { } columns } index => [index.Key, KeyOver(index.Key.Table, columns)],
        _ => ModelKeys.Of(model),
    };

    private static IEnumerable<ObjectKey> Mentioned(TableModel table, ColumnModel column) => column.Generation == Generation.Computed
        ? table.Columns.Where(other => other.Name != column.Name && SqlText.Mentions(column.Expression, other.Name)).Select(other => table.Key.Column(other.Name))
        : [];

    // As PostgreSQL calls the counter of an identity where nobody says otherwise.
    private static string CounterName(AlterColumn alter) => Name(new(ObjectKind.Sequence, $"{alter.Table.Name}_{alter.After.Name}_seq", Schema: alter.Table.Schema));

    /// <summary>What is equal for two objects that cannot be beside each other.</summary>
    public static string Name(ObjectKey key) => key.Kind switch
    {
        ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate => $"routine {key.Schema}.{key.Name.Split('(')[0]}",
        ObjectKind.Index or ObjectKind.Constraint => $"relation {key.Schema}.{key.Part}",
        ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView or ObjectKind.Sequence => $"relation {key.Schema}.{key.Name}",
        ObjectKind.Enum or ObjectKind.Domain or ObjectKind.Composite or ObjectKind.Range => $"relation {key.Schema}.{key.Name}",
        _ => key.ToString(),
    };
}
