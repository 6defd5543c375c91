namespace Dowel.Schema;

/// <summary>What else became different about a table with a statement: it tells what the work was for.</summary>
[Flags]
internal enum TableTurn
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It has another column.</summary>
    Column = 1,

    /// <summary>A column has another type or collation.</summary>
    Type = 2,

    /// <summary>A column is not null any more.</summary>
    NotNull = 4,

    /// <summary>It has another constraint.</summary>
    Constraint = 8,

    /// <summary>It has another constraint that excludes.</summary>
    Exclusion = 16,

    /// <summary>It is a part of another table now.</summary>
    Attached = 32,

    /// <summary>It was a part of another table before.</summary>
    Part = 64,

    /// <summary>An index that was there was built anew, and the rows were not.</summary>
    Reindex = 128,

    /// <summary>It has another column that is computed and stored.</summary>
    Computed = 256,

    /// <summary>It is a view that keeps its rows, which nobody writes but who refreshes it.</summary>
    View = 512,
}
