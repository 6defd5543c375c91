using System.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The right to migrate where no session lock holds: a lease that is renewed over a connection of its own until it is given back.</summary>
internal sealed class PostgresLease : IAsyncDisposable
{
    private readonly PostgresConnections _connections;
    private readonly PostgresLeaseTable _table;
    private readonly TimeSpan _duration;
    private readonly Guid _owner;
    private readonly long _fence;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _heartbeat;
    private NpgsqlConnection? _connection;

    private PostgresLease(
        PostgresConnections connections, PostgresLeaseTable table, TimeSpan duration, (Guid Owner, long Fence) right)
    {
        (_connections, _table, _duration) = (connections, table, duration);
        (_owner, _fence) = right;
        Lost = _lost.Token;
        _heartbeat = Task.Run(KeepRenewingAsync);
    }

    /// <summary>Is cancelled as soon as it is known that somebody else has the right, or may have it.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether it was not given back yet; somebody else may have it all the same.</summary>
    public bool IsHeld { get; private set; } = true;

    /// <summary>What every transaction sends last.</summary>
    public PostgresPiece Fence => _table.Fence(_owner, _fence);

    /// <summary>Asks once.</summary>
    /// <param name="control">An open connection.</param>
    /// <param name="connections">Opens the connection for the heartbeat.</param>
    /// <param name="table">The lease's table, which is there.</param>
    /// <param name="duration">How long the right outlives the last heartbeat.</param>
    /// <param name="key">The advisory lock of those who reach the server directly; null where the server has none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<PostgresLease?> TryTakeAsync(
        NpgsqlConnection control, PostgresConnections connections, PostgresLeaseTable table, TimeSpan duration, long? key, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        return await TakeAsync(control, table.Take(owner, Holder, duration, key), cancellationToken).ConfigureAwait(false) is { } fence
            ? new PostgresLease(connections, table, duration, (owner, fence))
            : null;
    }

    /// <summary>Makes sure that whoever had a lease cannot commit any more.</summary>
    /// <param name="control">An open connection, whose session holds the advisory lock.</param>
    /// <param name="table">The lease's table, which is there.</param>
    /// <param name="key">The advisory lock.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False where the lease has not run out yet.</returns>
    public static async Task<bool> TurnOutAsync(
        NpgsqlConnection control, PostgresLeaseTable table, long key, CancellationToken cancellationToken) =>
        await TakeAsync(control, table.Take(Guid.NewGuid(), Holder, TimeSpan.Zero, key), cancellationToken).ConfigureAwait(false) is not null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!IsHeld)
        {
            return;
        }

        IsHeld = false;
        await _end.CancelAsync().ConfigureAwait(false);
        await _heartbeat.ConfigureAwait(false);
        if (!_lost.IsCancellationRequested)
        {
            // A lease that has run out, so that the next owner's fence is a higher one; where this fails, it runs out by itself.
            await RenewAsync(TimeSpan.Zero, _duration).ConfigureAwait(false);
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string Holder => $"process {Environment.ProcessId} on {Environment.MachineName}, application dowel";

    private static async Task<long?> TakeAsync(
        NpgsqlConnection control, IReadOnlyList<PostgresPiece> pieces, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(control);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var piece in pieces)
        {
            batch.BatchCommands.Add(piece.ToCommand());
        }

        try
        {
            return await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string fence
                ? long.Parse(fence, System.Globalization.CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            await new PostgresSender(control).SendAsync([new("rollback")], CancellationToken.None).ConfigureAwait(false);
            if (error is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure })
            {
                throw;
            }

            // Its owner is just committing, or somebody else is taking it.
            return null;
        }
    }

    private async Task KeepRenewingAsync()
    {
        var (renewed, pause) = (TimeProvider.System.GetTimestamp(), _duration / 3);
        while (await PauseAsync(pause).ConfigureAwait(false))
        {
            var begun = TimeProvider.System.GetTimestamp();
            var isRenewed = await RenewAsync(_duration, _duration / 3).ConfigureAwait(false);
            if (isRenewed == true)
            {
                (renewed, pause) = (begun, _duration / 3);
            }
            else if (isRenewed == false || TimeProvider.System.GetElapsedTime(renewed) >= _duration)
            {
                await _lost.CancelAsync().ConfigureAwait(false);
                return;
            }
            else
            {
                pause = _duration / 20;
            }
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_end.IsCancellationRequested;
    }

    // True where it is renewed, false where somebody else has it, null where nobody could be asked.
    private async Task<bool?> RenewAsync(TimeSpan duration, TimeSpan patience)
    {
        using var bound = new CancellationTokenSource(patience);
        try
        {
            if (_connection is { State: not ConnectionState.Open } broken)
            {
                await broken.DisposeAsync().ConfigureAwait(false);
                _connection = null;
            }

            _connection ??= await _connections.OpenAsync(bound.Token).ConfigureAwait(false);
            return await new PostgresSender(_connection).SendAsync([_table.Renew(_owner, _fence, duration)], bound.Token).ConfigureAwait(false) switch
            {
                null => true,
                { Kind: FailureKind.Overtaken } => false,
                _ => null,
            };
        }
        catch (Exception error) when (error is DowelException or OperationCanceledException || PostgresFailures.IsExpected(error))
        {
            return null;
        }
    }
}
