namespace Dowel.Data;

/// <summary>The engine refused a statement for a reason that has no type of its own.</summary>
/// <param name="statement">The statement; null where it is none of a repository's.</param>
/// <param name="engineCode">The engine's code: a SQLSTATE, or SQLite's extended result code.</param>
/// <param name="reason">The engine's words.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class StatementRefusedException(Statement? statement, string engineCode, string reason, Exception? inner = null)
    : DatabaseException(
        "DWL4012",
        $"{statement?.Name ?? "A statement"} was refused ({engineCode}): {reason}",
        "If the schema is not the one that the code was built for, migrate it; 'dowel verify' compares the two.",
        inner)
{
    /// <summary>The engine's code.</summary>
    public string EngineCode { get; } = engineCode;
}
