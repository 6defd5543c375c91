namespace Dowel.Postgres;

/// <summary>How it can be found out whether a statement did its work.</summary>
internal enum PostgresProbeKind
{
    /// <summary>It cannot.</summary>
    Unknown,

    /// <summary>It need not: doing it again does no harm.</summary>
    Repeatable,

    /// <summary>The index is there and valid, there and broken, or not there.</summary>
    IndexBuild,

    /// <summary>It can be done again once the broken copies are gone.</summary>
    IndexRebuild,

    /// <summary>The partition is attached, half detached, or detached.</summary>
    Detachment,

    /// <summary>A question to the catalogs tells.</summary>
    Catalog,
}
