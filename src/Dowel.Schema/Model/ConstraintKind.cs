namespace Dowel.Schema;

/// <summary>What a constraint demands.</summary>
internal enum ConstraintKind
{
    /// <summary>The primary key.</summary>
    Primary,

    /// <summary>No two rows share these values.</summary>
    Unique,

    /// <summary>The values are the key of a row elsewhere.</summary>
    Foreign,

    /// <summary>An expression is not false.</summary>
    Check,

    /// <summary>No two rows are alike by given operators.</summary>
    Exclusion,
}
