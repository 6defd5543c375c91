namespace Dowel.Schema;

/// <summary>A table or a view.</summary>
/// <param name="Name">The name as the engine keeps it, unquoted and without a schema.</param>
/// <param name="Kind">What holds its rows.</param>
/// <param name="Columns">The columns in their order.</param>
internal sealed record TableModel(string Name, TableKind Kind, IReadOnlyList<ColumnModel> Columns)
    : ObjectModel(new ObjectKey(KindOf(Kind), Name))
{
    /// <summary>The schema; null for the default one and on engines without.</summary>
    public string? Schema
    {
        get => Key.Schema;
        init => Key = Key with { Schema = value };
    }

    /// <summary>Its keys and rules.</summary>
    public IReadOnlyList<ConstraintModel> Constraints { get; init; } = [];

    /// <summary>Its indexes, without those of constraints.</summary>
    public IReadOnlyList<IndexModel> Indexes { get; init; } = [];

    /// <summary>What follows the parenthesis of its definition: <c>strict</c>, <c>without rowid</c>, <c>partition by range (at)</c>; empty where nothing.</summary>
    public string Options { get; init; } = "";

    /// <summary>What stands between <c>create</c> and <c>table</c>: <c>unlogged</c>; empty where nothing.</summary>
    public string Persistence { get; init; } = "";

    /// <summary>Of a partition: its parent and bounds, as <c>partition of</c> has them: <c>events for values in ('a')</c>; null for others.</summary>
    public string? PartitionOf { get; init; }

    /// <summary>The columns of the primary key in their order; empty where there is none.</summary>
    public IReadOnlyList<string> PrimaryKey => Constraints.FirstOrDefault(key => key.Kind == ConstraintKind.Primary)?.Columns ?? [];

    /// <summary>The other columns whose values no two rows share, by a constraint or by an index over all rows.</summary>
    public IEnumerable<UniqueModel> Uniques =>
    [
        .. Constraints.Where(key => key.Kind == ConstraintKind.Unique).Select(key => new UniqueModel(key.Name, key.Columns)),
        .. Indexes.Where(index => index is { IsUnique: true, IsValid: true, Predicate: null, KeyColumns: not null }).Select(index => new UniqueModel(index.Name, index.KeyColumns!)),
    ];

    /// <summary>Whether its rows are those of other tables.</summary>
    public bool IsView => Kind is TableKind.View or TableKind.MaterializedView;

    /// <summary>A column by its name; null where there is none.</summary>
    public ColumnModel? Find(string column) => Columns.FirstOrDefault(each => each.Name == column);

    private static ObjectKind KindOf(TableKind kind) => kind switch
    {
        TableKind.View => ObjectKind.View,
        TableKind.MaterializedView => ObjectKind.MaterializedView,
        _ => ObjectKind.Table,
    };
}
