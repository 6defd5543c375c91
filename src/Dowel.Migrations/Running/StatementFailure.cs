namespace Dowel.Migrations;

/// <summary>Why a piece of work failed, in the server's words.</summary>
/// <param name="Kind">What it calls for.</param>
/// <param name="Message">The server's message; no values of parameters.</param>
/// <param name="Exception">The driver's exception.</param>
public sealed record StatementFailure(FailureKind Kind, string Message, Exception Exception)
{
    /// <summary>The index in the work of the statement that failed; null where the bookkeeping or the commit failed.</summary>
    public int? Index { get; init; }

    /// <summary>Where in the statement's text, in UTF-16 units from 0; null where the server does not say.</summary>
    public int? Offset { get; init; }

    /// <summary>What the server advises; null where it advises nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The five characters of SQLSTATE, or SQLite's result code; null where there is none.</summary>
    public string? ServerCode { get; init; }
}
