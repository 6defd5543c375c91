using Dowel.Data;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite;

/// <summary>Waits for another process's lock: no thread is held, and the wait can be cancelled, unlike the engine's own.</summary>
/// <param name="limit">How long in all.</param>
internal struct SqlitePatience(TimeSpan limit)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private readonly long _start = System.Diagnostics.Stopwatch.GetTimestamp();
    private int _pauses;

    /// <summary>Waits a moment.</summary>
    /// <param name="code">What the engine said.</param>
    /// <param name="statement">Who waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DatabaseBusyException">The time is over.</exception>
    public Task PauseAsync(int code, Statement statement, CancellationToken cancellationToken)
    {
        if (System.Diagnostics.Stopwatch.GetElapsedTime(_start) >= limit)
        {
            return Task.FromException(new DatabaseBusyException(
                statement, new SqliteException("another connection holds the lock", SqliteErrors.Primary(code), code)));
        }

        var pause = TimeSpan.FromMilliseconds(1 << Math.Min(_pauses++, 6));
        return Task.Delay(pause < LongestPause ? pause : LongestPause, cancellationToken);
    }
}
