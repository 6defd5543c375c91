namespace Dowel.Migrations;

/// <summary>Runs prepared scripts so that each and its row in the history stay together.</summary>
internal sealed class ScriptRunner(
    IMigrationDatabase database, IScriptConnection connection, MigratorOptions options, RunHooks hooks)
{
    /// <summary>The failure that says that another migrator was faster.</summary>
    public static StatementFailure Overtaken { get; } =
        new(FailureKind.Overtaken, "Another migrator has written to history or journal.", new InvalidOperationException());

    /// <summary>Runs a script with the hooks around it.</summary>
    /// <param name="script">The script, resumed where its journal says so.</param>
    /// <param name="record">Makes what the history is to say of it; the time it took is zero where it is written before the work.</param>
    /// <param name="cancellationToken">Takes a transaction back, and leaves a stepwise script to be resumed.</param>
    /// <returns>Null when it is done.</returns>
    public async Task<ScriptFailure?> RunAsync(
        PreparedScript script, Func<TimeSpan, HistoryChanges> record, CancellationToken cancellationToken)
    {
        await connection.PrepareAsync(script, cancellationToken).ConfigureAwait(false);
        if (script.Mode == TransactionMode.Stepwise)
        {
            return await RunStepwiseAsync(script, record, cancellationToken).ConfigureAwait(false);
        }

        var work = new SharedWork();
        work.Add(script, hooks);
        return await RunAsync(work, work.Record(record(TimeSpan.Zero)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a hook of the run in a transaction and a session of its own.</summary>
    public async Task<ScriptFailure?> RunHookAsync(PreparedScript hook, CancellationToken cancellationToken)
    {
        await connection.PrepareAsync(hook, cancellationToken).ConfigureAwait(false);
        return await RunHooksAsync([hook], script: null, HistoryChanges.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs what shares a transaction.</summary>
    public async Task<ScriptFailure?> RunAsync(SharedWork parts, TransactionWork work, CancellationToken cancellationToken)
    {
        var failure = await RunPatientlyAsync(parts.Blame, work, cancellationToken).ConfigureAwait(false);
        return failure is null ? null : parts.Blame(failure);
    }

    /// <summary>Runs a transaction, again where it could not have a lock in time.</summary>
    /// <param name="blame">Says in whose part of it a failure happened.</param>
    /// <param name="work">The transaction.</param>
    /// <param name="cancellationToken">Takes it back.</param>
    public async Task<StatementFailure?> RunPatientlyAsync(
        Func<StatementFailure, ScriptFailure> blame, TransactionWork work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await connection.RunTransactionAsync(work, cancellationToken).ConfigureAwait(false);
            if (failure?.Kind != FailureKind.LockTimeout || attempt >= options.LockTries)
            {
                return failure;
            }

            options.Progress?.Report(new MigrationEvent.Retrying(blame(failure).Part, attempt, failure.Message));
            await Task.Delay(LockBackoff.Delay(attempt), options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // A resumed script has its hooks run again: what they set up for its statements has to be there for the rest of them.
    private async Task<ScriptFailure?> RunStepwiseAsync(
        PreparedScript script, Func<TimeSpan, HistoryChanges> record, CancellationToken cancellationToken)
    {
        var started = options.Clock.GetTimestamp();
        if (await RunHooksAsync(hooks.BeforeEach, script, HistoryChanges.None, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var failure = await new StepRunner(database, connection, this, options).RunAsync(script, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            return new(script, script, failure);
        }

        var row = record(options.Clock.GetElapsedTime(started)) with { Finished = script.Script };
        return hooks.AfterEach.Count > 0
            ? await RunHooksAsync(hooks.AfterEach, script, row, cancellationToken).ConfigureAwait(false)
            : await database.WriteAsync(row, cancellationToken).ConfigureAwait(false) ? null : new(script, script, Overtaken);
    }

    private async Task<ScriptFailure?> RunHooksAsync(
        IReadOnlyList<PreparedScript> each, PreparedScript? script, HistoryChanges record, CancellationToken cancellationToken)
    {
        if (each.Count == 0)
        {
            return null;
        }

        var work = new SharedWork();
        work.AddHooks(each, script);
        return await RunAsync(work, work.Record(HistoryChanges.None) with { After = record }, cancellationToken).ConfigureAwait(false);
    }
}
