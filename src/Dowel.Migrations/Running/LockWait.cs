namespace Dowel.Migrations;

/// <summary>Waits for the right to migrate, looking at the history meanwhile: where another migrator does the work, no lock is needed.</summary>
internal sealed class LockWait(IMigrationDatabase database, MigratorOptions options)
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(500);

    /// <summary>What the lock is needed for: work beside the scripts' own transactions, and code, whose row is not the first thing to be written.</summary>
    public static LockNeed NeedOf(IEnumerable<PreparedScript> scripts) =>
        scripts.Any(script => script.Mode == TransactionMode.Stepwise || script.Script.Code is not null)
            ? LockNeed.Steps
            : LockNeed.Transactions;

    /// <summary>Waits for the lock itself, whatever others do meanwhile.</summary>
    /// <exception cref="LockNotAcquiredException">The wait was too long.</exception>
    public async Task<IAsyncDisposable> AcquireAsync(LockNeed needed, CancellationToken cancellationToken) =>
        (await AcquireAsync(needed, _ => Task.FromResult(false), cancellationToken).ConfigureAwait(false))!;

    /// <summary>Waits.</summary>
    /// <param name="needed">What the lock is needed for.</param>
    /// <param name="isDone">Whether there is nothing left to do, asked before each pause.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, or null where nothing is left to do.</returns>
    /// <exception cref="LockNotAcquiredException">The wait was too long.</exception>
    public async Task<IAsyncDisposable?> AcquireAsync(
        LockNeed needed, Func<CancellationToken, Task<bool>> isDone, CancellationToken cancellationToken)
    {
        var started = options.Clock.GetTimestamp();
        var isAnnounced = false;
        while (true)
        {
            if (await database.TryLockAsync(needed, cancellationToken).ConfigureAwait(false) is { } held)
            {
                return held;
            }

            var waited = options.Clock.GetElapsedTime(started);
            if (waited >= options.LockWait || (waited >= Courtesy && !isAnnounced))
            {
                var holder = await database.ReadLockHolderAsync(cancellationToken).ConfigureAwait(false);
                if (waited >= options.LockWait)
                {
                    throw new LockNotAcquiredException(database.DisplayName, holder, waited);
                }

                isAnnounced = true;
                options.Progress?.Report(new MigrationEvent.WaitingForLock(holder, waited));
            }

            if (await isDone(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            var pause = LockBackoff.Poll(waited);
            var rest = options.LockWait - waited;
            await Task.Delay(pause < rest ? pause : rest, options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
