using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Whose turn a connection is: nobody's, or a statement's, until when, and whether that was stopped.</summary>
/// <remarks>Statements take turns on a connection; any thread may stop the one that runs, and only that one.</remarks>
/// <param name="handle">The engine's handle of the connection.</param>
/// <param name="limit">How long a turn may take; <see cref="Timeout.InfiniteTimeSpan"/> for any time.</param>
internal sealed unsafe class SqliteTurn(nint handle, TimeSpan limit)
{
    private const long Free = 0;
    private const long Interrupting = -1;
    private const long Stopped = -2;
    private const long Closed = -3;
    private const long Firm = -4;

    private readonly long _limitMs = limit == Timeout.InfiniteTimeSpan ? Timeout.Infinite : (long)limit.TotalMilliseconds;

    // One of these, or the tick at which a running turn is to end.
    private long _state;
    private bool _isClosing;
    private CancellationToken _token;
    private int _thread;

    /// <summary>Whether the turn is to end.</summary>
    public bool IsStopped => Volatile.Read(ref _state) is Interrupting or Stopped;

    /// <summary>Begins a turn.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    /// <exception cref="InvalidOperationException">Another turn is running.</exception>
    public void Begin(CancellationToken cancellationToken)
    {
        var until = _limitMs == Timeout.Infinite ? long.MaxValue : Environment.TickCount64 + _limitMs;
        switch (Interlocked.CompareExchange(ref _state, until, Free))
        {
            case Free:
                break;
            case Closed:
                throw new ObjectDisposedException(nameof(SqliteDatabase));
            default:
                throw Busy();
        }

        _thread = Environment.CurrentManagedThreadId;
        _token = cancellationToken;
        SqliteWatch.Wake();
    }

    /// <summary>Begins a turn that nothing stops, unless the connection is closed; another thread's turn is waited for.</summary>
    /// <exception cref="InvalidOperationException">This thread is in a turn itself.</exception>
    public bool TryBeginFirm()
    {
        for (var spin = default(SpinWait); ; spin.SpinOnce())
        {
            switch (Interlocked.CompareExchange(ref _state, Firm, Free))
            {
                case Free:
                    _thread = Environment.CurrentManagedThreadId;
                    return true;
                case Closed:
                    return false;
                case not Free when _thread == Environment.CurrentManagedThreadId:
                    throw Busy();
            }
        }
    }

    /// <summary>Lets nothing stop the rest of the turn.</summary>
    public void MakeFirm() => GoOn(Firm);

    /// <summary>Ends the turn; after this nothing that meant it can hit the next.</summary>
    public void End()
    {
        _thread = 0;
        GoOn(Free);
    }

    /// <summary>Stops the turn that is running, if there is one.</summary>
    public void Stop() => Stop(Volatile.Read(ref _state));

    /// <summary>Stops the turn if its time is over or it was stopped before.</summary>
    /// <returns>Whether there is one.</returns>
    public bool LookAt(long now)
    {
        var state = Volatile.Read(ref _state);
        if (state == Stopped || (state > 0 && state <= now))
        {
            Stop(state);
        }

        return state is not (Free or Closed);
    }

    /// <summary>Closes the connection to all further turns, unless one is running, which is then stopped.</summary>
    /// <returns>Whether it is closed; if not, ask again soon.</returns>
    public bool TryClose()
    {
        Volatile.Write(ref _isClosing, true);
        if (Interlocked.CompareExchange(ref _state, Closed, Free) == Free)
        {
            return true;
        }

        Stop();
        return false;
    }

    /// <summary>Why the turn was stopped.</summary>
    public Exception Reason(Statement? statement, Exception? inner = null) =>
        _token.IsCancellationRequested ? new OperationCanceledException(_token)
        : Volatile.Read(ref _isClosing) ? new OperationCanceledException("The database was disposed of while a statement ran.")
        : new StatementTimeoutException(statement, inner);

    // Only while it is still as it was seen: the turn that was looked at may have ended, and the next has done nothing.
    private void Stop(long state)
    {
        if ((state > 0 || state == Stopped) && Interlocked.CompareExchange(ref _state, Interrupting, state) == state)
        {
            SqliteApi.Interrupt(handle);
            Volatile.Write(ref _state, Stopped);
        }
    }

    private static InvalidOperationException Busy() => new("Another statement is running on this connection.");

    private void GoOn(long next)
    {
        for (var spin = default(SpinWait); ; spin.SpinOnce())
        {
            var state = Volatile.Read(ref _state);
            if (state != Interrupting && Interlocked.CompareExchange(ref _state, next, state) == state)
            {
                return;
            }
        }
    }
}
