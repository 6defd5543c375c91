using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sees the locks of a statement that is over in a moment and leaves no transaction to look from.</summary>
/// <remarks>
/// It stands in the way: every table is held as a writer holds it. Whatever would make writers wait, or waits for writers as building concurrently does,
/// stops there and can be looked at; then the way is cleared, and blocked again for the next stop. What waits for no writer makes none wait.
/// </remarks>
/// <param name="watcher">A session of its own.</param>
/// <param name="process">The process of the session that is watched.</param>
/// <param name="tables">The tables as statements name them.</param>
internal sealed class PostgresLockWatch(NpgsqlConnection watcher, int process, IReadOnlyList<string> tables)
{
    // A statement that neither stops nor ends may be waiting where no lock shows it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private readonly PostgresSender _sender = new(watcher);
    private readonly PostgresLocks _seen = [];

    /// <summary>Runs the statement.</summary>
    /// <param name="run">Starts it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The strongest lock on each relation that it was seen with.</returns>
    public async Task<PostgresLocks> RunAsync(Func<Task> run, CancellationToken cancellationToken)
    {
        await BlockAsync(cancellationToken).ConfigureAwait(false);
        var running = run();
        try
        {
            await LookAsync(running, cancellationToken).ConfigureAwait(false);
            while (!running.IsCompleted)
            {
                await ClearAsync().ConfigureAwait(false);
                await BlockAsync(cancellationToken).ConfigureAwait(false);
                await LookAsync(running, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await ClearAsync().ConfigureAwait(false);
        }

        await running.ConfigureAwait(false);
        return _seen;
    }

    // Where the statement is faster, its tables are its own by now, and looking has to do.
    private async Task BlockAsync(CancellationToken cancellationToken)
    {
        if (tables.Count > 0 && await _sender.SendAsync([new("begin"), new($"lock table {string.Join(", ", tables)} in row exclusive mode nowait")], cancellationToken).ConfigureAwait(false) is not null)
        {
            await ClearAsync().ConfigureAwait(false);
        }
    }

    private async Task ClearAsync() => await _sender.SendAsync([new("rollback")], CancellationToken.None).ConfigureAwait(false);

    private async Task LookAsync(Task running, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var isWaiting = false; !isWaiting && !running.IsCompleted && TimeProvider.System.GetElapsedTime(started) < Longest;)
        {
            var locks = await PostgresLocks.ReadAsync(watcher, process, cancellationToken).ConfigureAwait(false);
            _seen.Add(locks);
            isWaiting = locks.IsWaiting;
            await Task.WhenAny(running, Task.Delay(isWaiting ? TimeSpan.Zero : Pause, cancellationToken)).ConfigureAwait(false);
        }
    }
}
