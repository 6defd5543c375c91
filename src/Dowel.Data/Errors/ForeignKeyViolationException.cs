namespace Dowel.Data;

/// <summary>A row would refer to one that is not there, or one that others refer to would be gone.</summary>
/// <param name="statement">The statement that was refused.</param>
/// <param name="violation">What it would have broken.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class ForeignKeyViolationException(Statement? statement, Violation violation, Exception? inner = null)
    : DatabaseException(
        "DWL4002",
        $"{statement?.Name ?? "A statement"} would have broken the reference {violation}.",
        "Insert the row that is referred to first, or delete those that refer to it.",
        inner)
{
    /// <summary>What would have been broken.</summary>
    public Violation Violation { get; } = violation;
}
