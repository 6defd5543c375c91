namespace Dowel.Migrations;

/// <summary>Runs a script statement by statement, and keeps the journal by which a later run goes on where this one stopped.</summary>
internal sealed class StepRunner(
    IMigrationDatabase database, IScriptConnection connection, ScriptRunner transactions, MigratorOptions options)
{
    // A journal row written in one of these would be dropped with it, refused by it, or hidden until somebody ends it.
    private const StatementTraits KeepsNoRows = StatementTraits.RollsBack | StatementTraits.ReadsOnly | StatementTraits.HandsOver;

    /// <summary>Runs the steps that are not done.</summary>
    /// <exception cref="MigrationRefusedException">A statement is in doubt.</exception>
    public async Task<StatementFailure?> RunAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        // First the session, since the search path decides which object a statement in doubt speaks of.
        var failure = await RestoreSessionAsync(script, cancellationToken).ConfigureAwait(false);
        var done = script.Done;
        if (failure is null && script.Interrupted is { } row)
        {
            (done, failure) = await SettleAsync(script, row, cancellationToken).ConfigureAwait(false);
        }

        foreach (var step in script.Steps.Where(step => step.First >= done))
        {
            failure ??= await RunStepAsync(script, step, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                return failure;
            }

            options.Progress?.Report(new MigrationEvent.StatementDone(script, step.End));
        }

        return failure;
    }

    // Finds out what became of the statement at which an earlier run ended, and says how many are done with it.
    private async Task<(int Done, StatementFailure? Failure)> SettleAsync(
        PreparedScript script, JournalEntry row, CancellationToken cancellationToken)
    {
        var statement = row.Number <= script.Statements.Count ? script.Statements[row.Number - 1] : null;
        // One that the server refused may have been edited since, and what it left behind is in the way all the same.
        var outcome = statement is not null && (row.State == JournalState.Failed || statement.Checksum == row.Checksum)
            ? await connection.ProbeAsync(statement, cancellationToken).ConfigureAwait(false)
            : ProbeOutcome.Unknown;
        var isHarmless = statement?.Traits.HasFlag(StatementTraits.ChangesSession) == true;
        if (outcome == ProbeOutcome.Unknown && row.State == JournalState.Started && !isHarmless)
        {
            throw new MigrationRefusedException([ScriptErrors.InDoubt(script, row.Number)]);
        }

        var isDone = outcome == ProbeOutcome.Finished || (outcome == ProbeOutcome.Done && row.State == JournalState.Started);
        var settled = isDone
            ? new HistoryChanges { Advanced = [row with { Checksum = statement!.Checksum, State = JournalState.Done }] }
            : new HistoryChanges { Forgotten = [row] };
        return (isDone ? row.Number : script.Done, await WriteAsync(settled, cancellationToken).ConfigureAwait(false));
    }

    // What an earlier run told its session, this run's session has to hear too.
    private async Task<StatementFailure?> RestoreSessionAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        for (var i = 0; i < script.Done; i++)
        {
            if (script.Statements[i].Traits.HasFlag(StatementTraits.ChangesSession)
                && await connection.RunOutsideAsync(script.Statements[i], cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure with { Index = i };
            }
        }

        return null;
    }

    private async Task<StatementFailure?> RunStepAsync(
        PreparedScript script, ScriptStep step, CancellationToken cancellationToken)
    {
        if (step.Kind == StepKind.Outside)
        {
            return await RunOutsideAsync(script, step, cancellationToken).ConfigureAwait(false);
        }

        var failure = await RunTransactionAsync(script, step, cancellationToken).ConfigureAwait(false);

        // Taken back whole, so nothing was done: what no rule foresaw to need it runs outside after all.
        return failure?.Kind == FailureKind.RefusedInTransaction && step.Kind == StepKind.Transaction
            ? await RunOutsideAsync(script, step, cancellationToken).ConfigureAwait(false)
            : failure;
    }

    private async Task<StatementFailure?> RunTransactionAsync(
        PreparedScript script, ScriptStep step, CancellationToken cancellationToken)
    {
        var rows = new HistoryChanges { Journaled = script.Entries(step, JournalState.Done) };
        var statements = script.Statements.Skip(step.First).Take(step.Count).ToList();
        var isOwn = step.Kind == StepKind.OwnTransaction;
        var isBehind = isOwn && statements.Exists(statement => (statement.Traits & KeepsNoRows) != StatementTraits.None);
        var work = new TransactionWork
        {
            Items = [.. (step.Opener is { } opener ? [script.Statements[opener], .. statements] : statements).Select(each => new WorkItem.Send(each))],
            After = isBehind ? HistoryChanges.None : rows,
            OwnTransaction = isOwn,
        };
        var failure = await transactions.RunPatientlyAsync(
            problem => new(script, script, problem), work, cancellationToken).ConfigureAwait(false);
        if (failure is null && isBehind)
        {
            return await WriteAsync(rows, cancellationToken).ConfigureAwait(false);
        }

        var shift = step.First + statements.Count - work.Items.Count;
        return failure is null ? null : failure with { Index = Math.Max(step.First, shift + (failure.Index ?? 0)) };
    }

    private async Task<StatementFailure?> RunOutsideAsync(
        PreparedScript script, ScriptStep step, CancellationToken cancellationToken)
    {
        var statement = script.Statements[step.First];
        var intent = new HistoryChanges { Journaled = script.Entries(step, JournalState.Started) };
        if (await WriteAsync(intent, cancellationToken).ConfigureAwait(false) is { } overtaken)
        {
            return overtaken;
        }

        var failure = await TryOutsideAsync(script, statement, cancellationToken).ConfigureAwait(false);
        if (failure is null || IsUndone(statement, failure))
        {
            // The answer is known, so it is written down even when the run has been cancelled.
            var entries = script.Entries(step, failure is null ? JournalState.Done : JournalState.Failed);
            failure = await WriteAsync(new() { Advanced = entries }, CancellationToken.None).ConfigureAwait(false) ?? failure;
        }

        return failure is null ? null : failure with { Index = step.First };
    }

    // What fails has done nothing, unless it commits by itself: then nobody can say how far it has come.
    private static bool IsUndone(Statement statement, StatementFailure failure) =>
        failure.Kind != FailureKind.ConnectionLost && !statement.Traits.HasFlag(StatementTraits.MayCommit);

    private async Task<StatementFailure?> TryOutsideAsync(
        PreparedScript script, Statement statement, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await connection.RunOutsideAsync(statement, cancellationToken).ConfigureAwait(false);
            if (failure?.Kind != FailureKind.LockTimeout || attempt >= options.LockTries || !IsUndone(statement, failure))
            {
                return failure;
            }

            options.Progress?.Report(new MigrationEvent.Retrying(script, attempt, failure.Message));
            if (await connection.ProbeAsync(statement, cancellationToken).ConfigureAwait(false) == ProbeOutcome.Finished)
            {
                return null;
            }

            await Task.Delay(LockBackoff.Delay(attempt), options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // Whoever finds out here that another migrator is at the script must not go on with it.
    private async Task<StatementFailure?> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken) =>
        await database.WriteAsync(changes, cancellationToken).ConfigureAwait(false) ? null : ScriptRunner.Overtaken;
}
