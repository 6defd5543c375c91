namespace Dowel.Postgres;

/// <summary>Where work was when it failed; what a lost connection means depends on it.</summary>
internal enum PostgresStage
{
    /// <summary>A connection was asked for.</summary>
    Connecting,

    /// <summary>A statement that only reads, by itself.</summary>
    Reading,

    /// <summary>A statement that may write, by itself: the server commits it before it says so.</summary>
    Writing,

    /// <summary>A statement of a transaction, or its rollback.</summary>
    InTransaction,

    /// <summary>A commit.</summary>
    Committing,
}
