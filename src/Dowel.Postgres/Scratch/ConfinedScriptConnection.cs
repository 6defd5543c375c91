using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>A connection for scripts that sends no statement which reaches beyond the throw-away schema: hooks too, of which no plan tells.</summary>
/// <param name="connection">The connection; it is disposed with this.</param>
/// <param name="schema">The schema.</param>
/// <param name="database">The database's name for people.</param>
internal sealed class ConfinedScriptConnection(IScriptConnection connection, PostgresScratchSchema schema, string database) : IScriptConnection
{
    /// <inheritdoc/>
    public Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken) => connection.PrepareAsync(script, cancellationToken);

    /// <inheritdoc/>
    public Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken)
    {
        work.Statements.ToList().ForEach(statement => schema.Require(statement.Text, database));
        return connection.RunTransactionAsync(work, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken)
    {
        schema.Require(statement.Text, database);
        return connection.RunOutsideAsync(statement, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken) => connection.ProbeAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
