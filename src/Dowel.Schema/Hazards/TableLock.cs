namespace Dowel.Schema;

/// <summary>How a table is locked, in the order of strength (PostgreSQL 18 docs, 13.3.1).</summary>
internal enum TableLock
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As reading does.</summary>
    AccessShare,

    /// <summary>As <c>select for update</c> does.</summary>
    RowShare,

    /// <summary>As writing does.</summary>
    RowExclusive,

    /// <summary>Against other changes of the schema: nobody else waits.</summary>
    ShareUpdateExclusive,

    /// <summary>Against writers.</summary>
    Share,

    /// <summary>Against writers, and for one at a time.</summary>
    ShareRowExclusive,

    /// <summary>Against all but readers.</summary>
    Exclusive,

    /// <summary>Against everybody.</summary>
    AccessExclusive,
}
