namespace Dowel.Schema;

/// <summary>A table.</summary>
/// <param name="Name">The name as the engine keeps it, unquoted and without a schema.</param>
/// <param name="Kind">What holds its rows.</param>
/// <param name="Columns">The columns in their order.</param>
internal sealed record TableModel(string Name, TableKind Kind, IReadOnlyList<ColumnModel> Columns)
{
    /// <summary>The schema; null on engines without.</summary>
    public string? Schema { get; init; }

    /// <summary>The columns of the primary key in their order; empty where there is none.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>The other keys that no two rows share.</summary>
    public IReadOnlyList<UniqueModel> Uniques { get; init; } = [];

    /// <summary>A column by its name; null where there is none.</summary>
    public ColumnModel? Find(string column) => Columns.FirstOrDefault(each => each.Name == column);
}
