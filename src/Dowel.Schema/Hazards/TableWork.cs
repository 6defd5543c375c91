namespace Dowel.Schema;

/// <summary>What takes the longer the more rows a table has.</summary>
[Flags]
internal enum TableWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every row was written anew.</summary>
    Rewrites = 1,

    /// <summary>Every row was held against a rule.</summary>
    Verifies = 2,

    /// <summary>Every row's reference was looked up.</summary>
    References = 4,

    /// <summary>An index was built.</summary>
    Indexes = 8,

    /// <summary>Every row was read.</summary>
    Scans = 16,
}
