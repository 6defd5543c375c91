namespace Dowel.Migrations;

/// <summary>Takes versions back, newest first.</summary>
internal sealed class UndoRun(IMigrationDatabase database, MigratorOptions options, RunLog log)
{
    /// <summary>Runs the undo scripts of a plan.</summary>
    /// <param name="plan">A plan; one that forbids something is left alone.</param>
    /// <param name="before">How every script stood before the run.</param>
    /// <param name="cancellationToken">Takes the running transaction back.</param>
    public async Task RunAsync(UndoPlan plan, MigrationPlan before, CancellationToken cancellationToken)
    {
        if (plan.Refusals.Count > 0)
        {
            return;
        }

        var connection = await database.OpenScriptConnectionAsync(options.ScriptSettings(), cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var runner = new ScriptRunner(database, connection, options);
        for (var i = 0; i < plan.Scripts.Count; i++)
        {
            var (script, row) = (plan.Scripts[i], plan.Undone[i]);
            using var __ = MigrationTelemetry.StartScript(script, database);
            options.Progress?.Report(new MigrationEvent.ScriptStarting(script, i + 1, plan.Scripts.Count));
            var failure = await runner.RunAsync(script, _ => new() { Undone = [row.Rank] }, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw log.Failed(script, failure, before, atomic: false);
            }

            log.Undone(row);
        }
    }
}
