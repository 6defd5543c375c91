namespace Dowel.Generator;

/// <summary>A record and its table.</summary>
/// <param name="Name">The record as C# spells it, from <c>global::</c>.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Columns">Its columns in the order of the record's members.</param>
internal sealed record RecordModel(string Name, string Table, EquatableArray<ColumnModel> Columns)
{
    /// <summary>The record's own name.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Whether it is a struct.</summary>
    public bool IsValueType { get; init; }

    /// <summary>The positions of the columns that its constructor takes, in the order of its parameters.</summary>
    public EquatableArray<int> Constructor { get; init; }

    /// <summary>The positions of the columns that are set after it.</summary>
    public EquatableArray<int> Initializers { get; init; }

    /// <summary>The unique keys.</summary>
    public EquatableArray<KeyModel> Uniques { get; init; }

    /// <summary>The indexes.</summary>
    public EquatableArray<KeyModel> Indexes { get; init; }

    /// <summary>The conditions that every row meets, beside the labels of enums.</summary>
    public EquatableArray<CheckModel> Checks { get; init; }

    /// <summary>What the table was called before.</summary>
    public EquatableArray<string> RenamedFrom { get; init; }

    /// <summary>Whether PostgreSQL itself keeps owners apart.</summary>
    public bool HasRowSecurity { get; init; }

    /// <summary>How a row's owner is found; null where rows have none.</summary>
    public OwnershipModel? Owner { get; init; }

    /// <summary>The column that holds a row's owner; null where rows have none, or another table holds him.</summary>
    public ColumnModel? OwnerColumn => Owner is { IsDirect: true } ? Columns.FirstOrDefault(column => column.Name == Owner.Column) : null;

    /// <summary>The columns of the primary key.</summary>
    public IReadOnlyList<ColumnModel> Key => [.. Columns.Where(column => column.Key > 0).OrderBy(column => column.Key)];

    /// <summary>The column whose value the database makes.</summary>
    public ColumnModel? Identity => Columns.FirstOrDefault(column => column.IsIdentity);

    /// <summary>The column that counts updates.</summary>
    public ColumnModel? Version => Columns.FirstOrDefault(column => column.IsVersion);

    /// <summary>The one key column whose value is made where a record has none: a UUID that refers to nothing and is no owner.</summary>
    public ColumnModel? MadeKey => Key is [{ Type.Kind: SqlKind.Uuid, References: null } key] && key.Name != Owner?.Column ? key : null;

    /// <summary>The columns that an insert sends.</summary>
    public IReadOnlyList<ColumnModel> Inserted => [.. Columns.Where(column => !column.IsIdentity)];

    /// <summary>The columns that an update gives the record's values: a row stays with its owner.</summary>
    public IReadOnlyList<ColumnModel> Updated =>
        [.. Columns.Where(column => column is { Key: 0, IsIdentity: false, IsInsertOnly: false, IsVersion: false } && column.Name != Owner?.Column)];
}
