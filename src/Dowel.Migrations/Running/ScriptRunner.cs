namespace Dowel.Migrations;

/// <summary>Runs one prepared script so that it and its row in the history stay together.</summary>
internal sealed class ScriptRunner(IMigrationDatabase database, IScriptConnection connection, MigratorOptions options)
{
    /// <summary>Runs the script.</summary>
    /// <param name="script">The script, resumed where its journal says so.</param>
    /// <param name="record">Makes what the history is to say of it; the time it took is zero where it is written before the work.</param>
    /// <param name="cancellationToken">Takes a transaction back, and leaves a stepwise script to be resumed.</param>
    /// <returns>Null when it is done; a failure's index counts the script's statements.</returns>
    public async Task<StatementFailure?> RunAsync(
        PreparedScript script, Func<TimeSpan, HistoryChanges> record, CancellationToken cancellationToken)
    {
        var started = options.Clock.GetTimestamp();
        await connection.PrepareAsync(script, cancellationToken).ConfigureAwait(false);
        if (script.Mode == TransactionMode.Whole)
        {
            var work = new TransactionWork { Before = record(TimeSpan.Zero), Statements = script.Statements };
            return await RunPatientlyAsync(script, work, cancellationToken).ConfigureAwait(false);
        }

        return await new StepRunner(database, connection, this, options)
            .RunAsync(script, cancellationToken).ConfigureAwait(false)
            ?? await FinishAsync(script, record(options.Clock.GetElapsedTime(started)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a transaction, again where it could not have a lock in time.</summary>
    public async Task<StatementFailure?> RunPatientlyAsync(
        PreparedScript script, TransactionWork work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await connection.RunTransactionAsync(work, cancellationToken).ConfigureAwait(false);
            if (failure?.Kind != FailureKind.LockTimeout || attempt >= options.LockTries)
            {
                return failure;
            }

            options.Progress?.Report(new MigrationEvent.Retrying(script, attempt, failure.Message));
            await Task.Delay(LockBackoff.Delay(attempt), options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<StatementFailure?> FinishAsync(
        PreparedScript script, HistoryChanges record, CancellationToken cancellationToken) =>
        await database.WriteAsync(record with { Finished = script.Script }, cancellationToken).ConfigureAwait(false)
            ? null
            : new(FailureKind.Overtaken, "Another migrator has recorded this script.", new InvalidOperationException());
}
