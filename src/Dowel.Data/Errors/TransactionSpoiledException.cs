namespace Dowel.Data;

/// <summary>A statement of the transaction failed before, so nothing more can be done in it.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class TransactionSpoiledException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4011",
        $"{statement?.Name ?? "The transaction"} came after a statement of the same transaction had failed; the transaction can only be rolled back.",
        "Let the first failure end the transaction, or run what may fail in a savepoint: transaction.TransactAsync.",
        inner);
