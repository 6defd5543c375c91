namespace Dowel.Data;

/// <summary>A row would not satisfy a check.</summary>
/// <param name="statement">The statement that was refused.</param>
/// <param name="violation">What it would have broken.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class CheckViolationException(Statement? statement, Violation violation, Exception? inner = null)
    : DatabaseException(
        "DWL4003",
        $"{statement?.Name ?? "A statement"} would have broken the check {violation}.",
        "Look at the check in the schema and at the values that were sent.",
        inner)
{
    /// <summary>What would have been broken.</summary>
    public Violation Violation { get; } = violation;
}
