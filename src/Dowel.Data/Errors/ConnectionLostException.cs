namespace Dowel.Data;

/// <summary>The connection broke before the work was committed.</summary>
/// <param name="statement">The statement that was running; null outside one.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class ConnectionLostException(Statement? statement, Exception? inner = null)
    : DatabaseException(
        "DWL4007",
        $"{statement?.Name ?? "The transaction"} lost its connection; nothing of its transaction was kept.",
        "Run the whole transaction again; Database.TransactAsync does.",
        inner)
{
    /// <inheritdoc/>
    public override bool CanRetry => true;
}
