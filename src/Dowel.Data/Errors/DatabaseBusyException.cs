namespace Dowel.Data;

/// <summary>A lock was not had in time, or on SQLite the turn to write.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class DatabaseBusyException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4009",
        $"{statement?.Name ?? "The transaction"} did not get a lock in time.",
        "Run it again; if it happens often, look for who holds the lock for so long: another process, a transaction that was left open, "
            + "or one whose own work is given the database instead of the transaction and so waits for itself.",
        inner)
{
    /// <inheritdoc/>
    public override bool CanRetry => true;
}
