namespace Dowel.Migrations;

/// <summary>Takes versions back, newest first.</summary>
internal sealed class UndoRun(IMigrationDatabase database, MigratorOptions options, RunLog log)
{
    /// <summary>How many versions are taken back so far.</summary>
    public int Count { get; private set; }

    /// <summary>Runs the undo scripts of a plan.</summary>
    /// <param name="plan">A plan that forbids nothing.</param>
    /// <param name="before">How every script stood before the run.</param>
    /// <param name="cancellationToken">Takes the running transaction back.</param>
    /// <returns>False where another migrator was faster, and the plan has to be made anew.</returns>
    public async Task<bool> RunAsync(UndoPlan plan, MigrationPlan before, CancellationToken cancellationToken)
    {
        var settings = options.ScriptSettings(plan.Scripts);
        var connection = await database.OpenScriptConnectionAsync(settings, cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var runner = new ScriptRunner(database, connection, options, RunHooks.None);
        for (var i = 0; i < plan.Scripts.Count; i++)
        {
            var (script, row) = (plan.Scripts[i], plan.Undone[i]);
            using var __ = MigrationTelemetry.StartScript(script, database);
            options.Progress?.Report(new MigrationEvent.ScriptStarting(script, i + 1, plan.Scripts.Count));
            var failure = await runner.RunAsync(script, _ => new() { Undone = [row] }, cancellationToken).ConfigureAwait(false);
            if (failure is { Failure.Kind: FailureKind.Overtaken })
            {
                return false;
            }

            if (failure is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw log.Failed(failure, before, atomic: false);
            }

            log.Undone(row);
            Count++;
        }

        return true;
    }
}
