namespace Dowel.Postgres;

/// <summary>What can still become of a transaction.</summary>
internal enum PostgresTransactionState
{
    /// <summary>All.</summary>
    Open,

    /// <summary>A statement has failed; only a rollback.</summary>
    Spoiled,

    /// <summary>Nothing: the connection is lost, and the server has rolled back.</summary>
    Lost,

    /// <summary>Nothing: it was committed or rolled back.</summary>
    Ended,
}
