namespace Dowel.Data;

/// <summary>A column that must have a value would have none.</summary>
/// <param name="statement">The statement that was refused.</param>
/// <param name="violation">What it would have broken.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class NotNullViolationException(Statement? statement, Violation violation, Exception? inner = null)
    : DatabaseException(
        "DWL4004",
        $"{statement?.Name ?? "A statement"} sent no value for a column that must have one {violation}.",
        "Send a value, or let the column be null in the schema.",
        inner)
{
    /// <summary>What would have been broken.</summary>
    public Violation Violation { get; } = violation;
}
