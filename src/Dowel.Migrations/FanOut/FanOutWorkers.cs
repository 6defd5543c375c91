using System.Threading.Channels;

namespace Dowel.Migrations;

/// <summary>Workers that take targets from one queue and put results into one channel.</summary>
internal sealed class FanOutWorkers(IEnumerator<MigrationTarget> queue, FanOutWork work, ChannelWriter<TargetResult> results)
{
    private readonly Lock _gate = new();

    /// <summary>Works until the queue is empty, and then closes the channel.</summary>
    /// <param name="workers">How many targets at once.</param>
    /// <param name="stop">Ends what runs and starts nothing more; its results are still told.</param>
    /// <param name="abandoned">Nobody reads results any longer.</param>
    public async Task WorkAsync(int workers, CancellationToken stop, CancellationToken abandoned)
    {
        Exception? fault = null;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(stop, abandoned))).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The queue itself failed; a target's failure is a result.
            fault = failure;
        }
        finally
        {
            results.TryComplete(fault);
        }
    }

    private async Task WorkAsync(CancellationToken stop, CancellationToken abandoned)
    {
        while (!stop.IsCancellationRequested && Next() is { } target)
        {
            // A thread of its own for each: SQLite works on the caller's, and the pool would be slow to send more than it has cores.
            var result = await Task.Factory.StartNew(
                () => work.RunAsync(target, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .Unwrap().ConfigureAwait(false);
            await results.WriteAsync(result, abandoned).ConfigureAwait(false);
        }
    }

    private MigrationTarget? Next()
    {
        lock (_gate)
        {
            return queue.MoveNext() ? queue.Current : null;
        }
    }
}
