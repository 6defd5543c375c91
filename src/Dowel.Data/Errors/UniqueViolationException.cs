namespace Dowel.Data;

/// <summary>A row with the same key is there already.</summary>
/// <param name="statement">The statement that was refused.</param>
/// <param name="violation">What it would have broken.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class UniqueViolationException(Statement? statement, Violation violation, Exception? inner = null)
    : DatabaseException(
        "DWL4001",
        $"{statement?.Name ?? "A statement"} would have made a second row with the same key {violation}.",
        "Read or update the row that is there, or insert by an upsert.",
        inner)
{
    /// <summary>What would have been broken.</summary>
    public Violation Violation { get; } = violation;
}
