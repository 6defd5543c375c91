namespace Dowel.Data;

/// <summary>Another transaction got in the way: a serialization failure, a deadlock, or a snapshot that is too old to write from.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class TransactionConflictException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4005",
        $"{statement?.Name ?? "The transaction"} met another transaction that changed the same data; nothing of this one was kept.",
        "Run the whole transaction again; Database.TransactAsync does.",
        inner)
{
    /// <inheritdoc/>
    public override bool CanRetry => true;
}
