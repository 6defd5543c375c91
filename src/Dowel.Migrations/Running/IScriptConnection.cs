namespace Dowel.Migrations;

/// <summary>A connection that runs scripts and is theirs to change: roles, search path, settings.</summary>
public interface IScriptConnection : IAsyncDisposable
{
    /// <summary>Takes back whatever an earlier script did to the session, and applies this script's own settings.</summary>
    Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken);

    /// <summary>Runs work in one transaction that commits whole or is taken back whole.</summary>
    /// <returns>Null when it is committed.</returns>
    Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken);

    /// <summary>Runs one statement in no transaction.</summary>
    /// <returns>Null when it is done.</returns>
    Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken);

    /// <summary>Asks the database whether an interrupted statement did its work, and clears away what it left half-done.</summary>
    Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken);
}
