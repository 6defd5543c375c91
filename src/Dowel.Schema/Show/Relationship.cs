namespace Dowel.Schema;

/// <summary>A foreign key as a line between two tables.</summary>
/// <param name="Child">The table that refers.</param>
/// <param name="Key">Its foreign key.</param>
internal sealed record Relationship(TableModel Child, ConstraintModel Key)
{
    /// <summary>What it refers to.</summary>
    public ReferenceModel Reference => Key.Reference!;

    /// <summary>Whether a row may refer to nothing.</summary>
    public bool IsOptional => Key.Columns.Any(name => Child.Find(name) is { IsNullable: true });

    /// <summary>Whether no two rows refer to the same one.</summary>
    public bool IsSingle => Uniques.Any(unique => unique.All(Key.Columns.Contains));

    /// <summary>Whether what is referred to is a part of the row's own name.</summary>
    public bool IsIdentifying => Key.Columns.All(Child.PrimaryKey.Contains);

    private IEnumerable<IReadOnlyList<string>> Uniques =>
        Child.Uniques.Select(unique => unique.Columns).Append(Child.PrimaryKey).Where(columns => columns.Count > 0);

    /// <summary>All lines of a database, in the order of its tables; partitions share those of their parent.</summary>
    public static IEnumerable<Relationship> Of(DatabaseModel model) =>
        from table in model.Tables
        where table.PartitionOf is null
        from key in table.Constraints
        where key.Reference is not null
        select new Relationship(table, key);
}
