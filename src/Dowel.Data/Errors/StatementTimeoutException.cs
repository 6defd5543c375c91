namespace Dowel.Data;

/// <summary>A statement took longer than it may.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class StatementTimeoutException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4006",
        $"{statement?.Name ?? "The transaction"} took longer than it may and was stopped.",
        "Look for a missing index or a lock that is held, or raise the time limit in the database's options.",
        inner);
