namespace Dowel.Migrations;

/// <summary>Runs the pending scripts of a plan, and plans again where another migrator was faster.</summary>
internal sealed class ApplyRun(IMigrationDatabase database, MigratorOptions options, RunLog log)
{
    private bool _hasBegun;

    /// <summary>Runs one plan.</summary>
    /// <param name="plan">A plan that forbids nothing and has something to do.</param>
    /// <param name="rank">The rank of the first script.</param>
    /// <param name="cancellationToken">Takes the running transaction back.</param>
    /// <returns>False where another migrator was faster, and the plan has to be made anew.</returns>
    public async Task<bool> RunAsync(MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        var settings = options.ScriptSettings(plan.Pending);
        var connection = await database.OpenScriptConnectionAsync(settings, cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var runner = new ScriptRunner(database, connection, options, plan.Hooks);
        try
        {
            if (options.Atomic)
            {
                await connection.PrepareAsync(plan.Pending[0], cancellationToken).ConfigureAwait(false);
                return await RunAtomicAsync(runner, plan, rank, cancellationToken).ConfigureAwait(false);
            }

            await RunHooksAsync(runner, _hasBegun ? [] : plan.Hooks.BeforeRun, plan, cancellationToken).ConfigureAwait(false);
            _hasBegun = true;
            return await RunEachAsync(runner, plan, rank, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await log.WriteTimesAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> RunEachAsync(
        ScriptRunner runner, MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Pending.Count; i++)
        {
            var script = plan.Pending[i];
            using var _ = MigrationTelemetry.StartScript(script, database);
            options.Progress?.Report(new MigrationEvent.ScriptStarting(script, i + 1, plan.Pending.Count));
            var started = options.Clock.GetTimestamp();
            var row = log.Row(script, rank + i);
            var failure = await runner.RunAsync(script, elapsed => new() { Applied = [Timed(row, elapsed)] }, cancellationToken)
                .ConfigureAwait(false);
            if (IsOvertaken(failure, plan, cancellationToken))
            {
                return false;
            }

            log.AppliedUntimed(row with { Elapsed = options.Clock.GetElapsedTime(started) });
        }

        await RunHooksAsync(runner, plan.Hooks.AfterRun, plan, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> RunAtomicAsync(
        ScriptRunner runner, MigrationPlan plan, long rank, CancellationToken cancellationToken)
    {
        var rows = plan.Pending.Select((script, index) => log.Row(script, rank + index)).ToList();
        var work = new SharedWork();
        work.AddHooks(plan.Hooks.BeforeRun, script: null);
        foreach (var script in plan.Pending)
        {
            work.Add(script, plan.Hooks);
        }

        work.AddHooks(plan.Hooks.AfterRun, script: null);
        var failure = await runner.RunAsync(work, work.Record(new() { Applied = rows }), cancellationToken).ConfigureAwait(false);
        if (IsOvertaken(failure, plan, cancellationToken))
        {
            return false;
        }

        rows.ForEach(log.Applied);
        return true;
    }

    private async Task RunHooksAsync(
        ScriptRunner runner, IReadOnlyList<PreparedScript> hooks, MigrationPlan plan, CancellationToken cancellationToken)
    {
        foreach (var hook in hooks)
        {
            // Nothing of a hook is recorded, so no rival can be faster.
            IsOvertaken(await runner.RunHookAsync(hook, cancellationToken).ConfigureAwait(false), plan, cancellationToken);
        }
    }

    private bool IsOvertaken(ScriptFailure? failure, MigrationPlan plan, CancellationToken cancellationToken)
    {
        if (failure is null or { Failure.Kind: FailureKind.Overtaken })
        {
            return failure is not null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw log.Failed(failure, plan, options.Atomic);
    }

    private static AppliedScript Timed(AppliedScript row, TimeSpan elapsed) =>
        elapsed == TimeSpan.Zero ? row : row with { Elapsed = elapsed };
}
