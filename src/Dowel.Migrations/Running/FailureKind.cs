namespace Dowel.Migrations;

/// <summary>What a failed statement calls for.</summary>
public enum FailureKind
{
    /// <summary>Somebody has to mend the script or the data.</summary>
    Error,

    /// <summary>Another session held a lock for too long; trying again can help.</summary>
    LockTimeout,

    /// <summary>The statement cannot run in a transaction, or ended it.</summary>
    RefusedInTransaction,

    /// <summary>Another migrator wrote the same row of history or journal first.</summary>
    Overtaken,

    /// <summary>Code has ended the transaction it was given.</summary>
    EndedTransaction,

    /// <summary>The connection broke, and what the server made of the statement is not known.</summary>
    ConnectionLost,

    /// <summary>The right to migrate was lost while the work ran, so it was not committed.</summary>
    LockLost,
}
