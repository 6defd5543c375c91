namespace Dowel.Migrations;

/// <summary>A script failed while it ran; says where, what was applied before, and what the next run will do.</summary>
public sealed class ScriptFailedException : DowelException
{
    /// <summary>Takes the failure and what the run had done until then.</summary>
    /// <param name="error">What failed, where.</param>
    /// <param name="failure">The server's words.</param>
    /// <param name="run">What the run had applied before.</param>
    public ScriptFailedException(DowelError error, StatementFailure failure, MigrationRun run)
        : base([error], failure.Exception) => (Failure, Run) = (failure, run);

    /// <summary>The server's words.</summary>
    public StatementFailure Failure { get; }

    /// <summary>What the run had applied before.</summary>
    public MigrationRun Run { get; }

    /// <summary>The script that failed.</summary>
    public required Script Script { get; init; }

    /// <summary>The failing line with a caret below the failing place; empty where the place is not known.</summary>
    public required string Excerpt { get; init; }
}
