using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>A connection for scripts whose calls are boundaries.</summary>
internal sealed class WatchedConnection(IScriptConnection inner, Boundaries boundaries) : IScriptConnection
{
    public Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken) =>
        boundaries.CallAsync("prepare", inner.PrepareAsync(script, cancellationToken));

    public Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken) =>
        boundaries.CallAsync("transaction", inner.RunTransactionAsync(work, cancellationToken));

    public Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken) =>
        boundaries.CallAsync("statement", inner.RunOutsideAsync(statement, cancellationToken));

    public Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken) =>
        boundaries.CallAsync("probe", inner.ProbeAsync(statement, cancellationToken));

    public async ValueTask DisposeAsync() => await boundaries.CallAsync("close", inner.DisposeAsync().AsTask());
}
