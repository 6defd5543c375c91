using Dowel.Migrations;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>Writes a run's events into the log.</summary>
/// <param name="log">The log.</param>
/// <param name="database">The database's name for people.</param>
/// <param name="bound">How long the run waits for another replica.</param>
internal sealed class MigrationProgress(ILogger log, string database, TimeSpan bound) : IProgress<MigrationEvent>
{
    /// <inheritdoc/>
    public void Report(MigrationEvent value)
    {
        switch (value)
        {
            case MigrationEvent.WaitingForLock waiting:
                MigrationLog.Waiting(log, database, waiting.Holder ?? "somebody who cannot be named", bound.TotalSeconds);
                break;
            case MigrationEvent.ScriptStarting starting:
                MigrationLog.Starting(log, starting.Script.Script.Path, database, starting.Number, starting.Total);
                break;
            case MigrationEvent.ScriptApplied applied:
                MigrationLog.Done(log, applied.Script.Source, database, applied.Script.Elapsed?.TotalMilliseconds ?? 0);
                break;
            case MigrationEvent.Retrying retrying:
                MigrationLog.Retrying(log, retrying.Script.Script.Path, database, retrying.Try, retrying.Message);
                break;
            case MigrationEvent.Notice notice:
                MigrationLog.Noticed(log, database, notice.Text);
                break;
        }
    }
}
