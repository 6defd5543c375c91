namespace Dowel.Postgres;

/// <summary>A table, a view that keeps its rows, or an index at a moment.</summary>
/// <param name="Table">The table's id; of an index that of the table it stands on.</param>
/// <param name="Name">The name without its schema, as the server's notices have it.</param>
/// <param name="Path">The name as statements have it.</param>
/// <param name="Kind">What it is: <c>r</c>, <c>p</c>, <c>m</c>, <c>i</c> or <c>I</c>, as <c>pg_class.relkind</c> says.</param>
/// <param name="File">The file that holds it: another one where it was written anew.</param>
internal sealed record PostgresRelation(uint Table, string Name, string Path, char Kind, string File)
{
    /// <summary>How often this session has read it from end to end.</summary>
    public long Scans { get; init; }

    /// <summary>Whether it is a part of another table.</summary>
    public bool IsPartition { get; init; }

    /// <summary>Whether it is the index of a constraint that excludes.</summary>
    public bool IsExclusion { get; init; }

    /// <summary>How many columns are not null.</summary>
    public int NotNulls { get; init; }

    /// <summary>How many constraints it has.</summary>
    public int Constraints { get; init; }

    /// <summary>Its columns, each as number, type and collation, and <c>s</c> where it is computed and stored.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How many columns are computed and stored.</summary>
    public int Computed => Columns.Count(column => column.EndsWith('s'));

    /// <summary>Whether it is an index.</summary>
    public bool IsIndex => Kind is 'i' or 'I';

    /// <summary>Whether it can be locked by <c>lock table</c>.</summary>
    public bool IsTable => Kind is 'r' or 'p';
}
