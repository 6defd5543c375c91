namespace Dowel.Postgres;

/// <summary>The scripts that a plan can be written as, in their order.</summary>
internal enum PostgresPart
{
    /// <summary>Labels of enums that the next script uses: the server lets no transaction use what it has added itself.</summary>
    Labels,

    /// <summary>What can be done in one transaction and looks at no rows.</summary>
    Changes,

    /// <summary>Tables that are rewritten and that nothing else waits for, each in a script of its own, so that no two are locked at once.</summary>
    Rewrites,

    /// <summary>Rows get values, many at a time and each time in a transaction of their own.</summary>
    Backfill,

    /// <summary>Indexes, made and dropped while others write.</summary>
    Indexes,

    /// <summary>Rows that are there are looked at, while others write; then keys and <c>not null</c>, which need not look any more.</summary>
    Validate,

    /// <summary>References to keys that are new themselves.</summary>
    References,
}
