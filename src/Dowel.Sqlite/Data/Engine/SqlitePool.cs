using System.Diagnostics;
using Dowel.Data;
using Lock = System.Threading.Lock;

namespace Dowel.Sqlite;

/// <summary>Connections that are rented one at a time each; who finds none waits in line.</summary>
/// <remarks>A connection that comes back goes to who has waited longest, so nobody is overtaken. With one connection this is the writers' queue.</remarks>
/// <param name="name">What it is called in metrics.</param>
/// <param name="open">Opens a connection.</param>
/// <param name="linksMax">How many there are at most.</param>
/// <param name="waitMax">How long anybody waits in line.</param>
internal sealed class SqlitePool(string name, Func<SqliteLink> open, int linksMax, TimeSpan waitMax)
{
    private static readonly TimeSpan ClosingRound = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Stack<SqliteLink> _idle = new();
    private readonly LinkedList<TaskCompletionSource<SqliteLink?>> _line = [];
    private readonly List<SqliteLink> _links = [];
    private int _promised;
    private bool _isClosed;

    /// <summary>What it holds at this moment.</summary>
    public PoolUsage Usage
    {
        get
        {
            lock (_gate)
            {
                return new(name, _idle.Count, _links.Count - _idle.Count, _line.Count, linksMax);
            }
        }
    }

    /// <summary>Rents a connection if one is idle.</summary>
    public SqliteLink? TryRent()
    {
        lock (_gate)
        {
            return _idle.TryPop(out var link) ? link : null;
        }
    }

    /// <summary>Rents a connection, opens one, or waits in line.</summary>
    /// <param name="statement">Who needs it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="DatabaseBusyException">The line was too long.</exception>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public async ValueTask<SqliteLink> RentAsync(Statement? statement, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<SqliteLink?>>? place = null;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteDatabase));
            if (_idle.TryPop(out var idle))
            {
                return idle;
            }

            if (_promised < linksMax)
            {
                _promised++;
            }
            else
            {
                place = _line.AddLast(new TaskCompletionSource<SqliteLink?>(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        var link = place is null ? null : await StandInLineAsync(place, statement, cancellationToken).ConfigureAwait(false);
        return link ?? Open();
    }

    /// <summary>Gives a connection back.</summary>
    public void Return(SqliteLink link)
    {
        lock (_gate)
        {
            if (!_isClosed && !PassOn(link))
            {
                _idle.Push(link);
            }
        }
    }

    /// <summary>Closes all connections: what runs on them is stopped, who waits is sent away.</summary>
    public async ValueTask CloseAsync()
    {
        SqliteLink[] links;
        lock (_gate)
        {
            _isClosed = true;
            foreach (var place in _line)
            {
                place.TrySetException(new ObjectDisposedException(nameof(SqliteDatabase)));
            }

            _line.Clear();
            _idle.Clear();
            links = [.. _links];
            _links.Clear();
        }

        foreach (var link in links)
        {
            while (!link.TryClose())
            {
                await Task.Delay(ClosingRound, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private SqliteLink Open()
    {
        SqliteLink? link = null;
        try
        {
            link = open();
            return link;
        }
        finally
        {
            bool isLate;
            lock (_gate)
            {
                isLate = link is not null && _isClosed;
                if (link is null && !PassOn(null))
                {
                    _promised--;
                }
                else if (link is not null)
                {
                    _links.Add(link);
                }
            }

            if (isLate)
            {
                link!.Dispose();
            }
        }
    }

    // Nothing in place of a connection is the leave to open one.
    private bool PassOn(SqliteLink? link)
    {
        if (_line.First is not { } first)
        {
            return false;
        }

        _line.RemoveFirst();
        first.Value.SetResult(link);
        return true;
    }

    private async ValueTask<SqliteLink?> StandInLineAsync(
        LinkedListNode<TaskCompletionSource<SqliteLink?>> place, Statement? statement, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await place.Value.Task.WaitAsync(waitMax, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            if (!TryLeave(place))
            {
                // It came at the last moment.
                return await place.Value.Task.ConfigureAwait(false);
            }

            if (error is TimeoutException)
            {
                throw new DatabaseBusyException(statement, error);
            }

            throw;
        }
        finally
        {
            SqliteMetrics.RecordWait(name, Stopwatch.GetElapsedTime(started));
        }
    }

    private bool TryLeave(LinkedListNode<TaskCompletionSource<SqliteLink?>> place)
    {
        lock (_gate)
        {
            if (place.List is null)
            {
                return false;
            }

            _line.Remove(place);
            return true;
        }
    }
}
