namespace Dowel.Migrations;

/// <summary>Runs the pending scripts of one plan.</summary>
internal sealed class ApplyRun(IMigrationDatabase database, MigratorOptions options, RunLog log)
{
    /// <summary>Runs them in order.</summary>
    /// <param name="plan">A plan that forbids nothing.</param>
    /// <param name="rank">The rank of the first.</param>
    /// <param name="cancellationToken">Takes the running transaction back.</param>
    /// <returns>False where another migrator was faster, and the plan has to be made anew.</returns>
    public async Task<bool> RunAsync(MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        var connection = await database.OpenScriptConnectionAsync(options.ScriptSettings(), cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        try
        {
            return options.Atomic
                ? await RunAtomicAsync(connection, plan, rank, cancellationToken).ConfigureAwait(false)
                : await RunEachAsync(connection, plan, rank, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await log.WriteTimesAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> RunEachAsync(
        IScriptConnection connection, MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        var runner = new ScriptRunner(database, connection, options);
        for (var i = 0; i < plan.Pending.Count; i++)
        {
            var script = plan.Pending[i];
            using var _ = MigrationTelemetry.StartScript(script, database);
            options.Progress?.Report(new MigrationEvent.ScriptStarting(script, i + 1, plan.Pending.Count));
            var started = options.Clock.GetTimestamp();
            var row = log.Row(script, rank + i);
            var failure = await runner.RunAsync(script, elapsed => new() { Applied = [Timed(row, elapsed)] }, cancellationToken)
                .ConfigureAwait(false);
            if (failure is { Kind: FailureKind.Overtaken })
            {
                return false;
            }

            if (failure is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw log.Failed(script, failure, plan, atomic: false);
            }

            log.AppliedUntimed(row with { Elapsed = options.Clock.GetElapsedTime(started) });
        }

        return true;
    }

    private async Task<bool> RunAtomicAsync(
        IScriptConnection connection, MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        var rows = plan.Pending.Select((script, index) => log.Row(script, rank + index)).ToList();
        var starts = new List<int>();
        foreach (var script in plan.Pending)
        {
            starts.Add(starts.Count == 0 ? 0 : starts[^1] + plan.Pending[starts.Count - 1].Statements.Count);
        }

        var work = new TransactionWork
        {
            Before = new() { Applied = rows },
            Statements = [.. plan.Pending.SelectMany(script => script.Statements)],
            SessionResets = starts.Skip(1).ToHashSet(),
        };
        var runner = new ScriptRunner(database, connection, options);
        await connection.PrepareAsync(plan.Pending[0], cancellationToken).ConfigureAwait(false);
        var failure = await runner.RunPatientlyAsync(plan.Pending[0], work, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            rows.ForEach(log.Applied);
            return true;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var index = starts.FindLastIndex(start => start <= (failure.Index ?? 0));
        return failure.Kind == FailureKind.Overtaken
            ? false
            : throw log.Failed(plan.Pending[index], failure with { Index = failure.Index - starts[index] }, plan, atomic: true);
    }

    private static AppliedScript Timed(AppliedScript row, TimeSpan elapsed) =>
        elapsed == TimeSpan.Zero ? row : row with { Elapsed = elapsed };
}
