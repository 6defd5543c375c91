namespace Dowel.Data;

/// <summary>The connection broke while a commit was under way: it may have happened, or not.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class CommitInDoubtException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4010",
        $"{statement?.Name ?? "The transaction"} lost its connection while it was being committed; it may have been kept or not.",
        "Look in the database before doing the work again.",
        inner);
