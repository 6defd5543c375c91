namespace Dowel.Migrations;

/// <summary>What is done to one target, and how it ended, whatever happens.</summary>
internal sealed class FanOutWork(ScriptSet set, FanOutOptions options, Func<string, Migrator, CancellationToken, Task<TargetResult>> work)
{
    /// <summary>Opens the target, works on it and closes it.</summary>
    public async Task<TargetResult> RunAsync(MigrationTarget target, CancellationToken cancellationToken)
    {
        var clock = options.Migrator.Clock;
        var started = clock.GetTimestamp();
        var watcher = new TargetWatcher(options.Watch?.Invoke(target.Name));
        var result = await TryAsync(target, watcher, cancellationToken).ConfigureAwait(false);
        return result with
        {
            Applied = watcher.Applied,
            Elapsed = clock.GetElapsedTime(started),
        };
    }

    private async Task<TargetResult> TryAsync(MigrationTarget target, TargetWatcher watcher, CancellationToken cancellationToken)
    {
        try
        {
            var database = target.Open();
            await using var _ = database.ConfigureAwait(false);
            var migrator = new Migrator(database, set, options.Migrator with { Progress = watcher });
            return await work(target.Name, migrator, cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException failure)
        {
            return new(target.Name) { Failure = failure };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(target.Name) { IsInterrupted = true };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // One target among thousands must not end the run for all, whatever its opener throws; that it gave up waiting, perhaps.
            return new(target.Name) { Failure = new DatabaseUnavailableException(FanOutErrors.NotTried(target.Name, failure), failure) };
        }
    }
}
