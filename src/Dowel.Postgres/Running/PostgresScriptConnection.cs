using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A connection that runs scripts.</summary>
internal sealed class PostgresScriptConnection : IScriptConnection
{
    // In one statement, and in a transaction of its own.
    private static readonly PostgresPiece CleanSession = new("discard all") { EndsImplicitTransaction = true };

    // The same for the middle of a transaction, where `discard all` is refused (PostgreSQL 18 docs, DISCARD).
    private static readonly PostgresPiece[] CleanSessionWithin =
    [
        new("set session authorization default"),
        new("reset role"),
        new("reset all"),
        new("close all"),
        new("deallocate all"),
        new("unlisten *"),
        new("select pg_advisory_unlock_all()"),
        new("discard temp"),
        new("discard sequences"),
    ];

    // Behind a script that has made new transactions read-only, ours is to write its history all the same.
    private static readonly PostgresPiece Begin = new("begin read write");

    // Whatever role a script has taken, until the end of the transaction.
    private static readonly PostgresPiece[] OwnRole = [new("set local session authorization default"), new("set local role none")];

    // The bound may be a script's own, so the session itself remembers it.
    private static readonly PostgresPiece[] LiftLockTimeout =
    [
        new("select set_config('dowel.lock_timeout', current_setting('lock_timeout'), false)"),
        new("select set_config('lock_timeout', '0', false)"),
    ];

    private static readonly PostgresPiece RestoreLockTimeout =
        new("select set_config('lock_timeout', current_setting('dowel.lock_timeout'), false)");

    private readonly NpgsqlConnection _connection;
    private readonly PostgresSender _sender;
    private readonly HistoryTable _table;
    private readonly PostgresProbe _probe;
    private readonly ScriptSettings _settings;
    private readonly string _displayName;
    private List<PostgresPiece> _prelude = [];
    private bool _isUsed;

    /// <summary>Takes an open connection over.</summary>
    public PostgresScriptConnection(
        NpgsqlConnection connection, HistoryTable table, ScriptSettings settings, string displayName)
    {
        (_connection, _sender, _table, _probe) = (connection, new(connection), table, new(connection));
        (_settings, _displayName) = (settings, displayName);
        if (settings.Notice is { } notice)
        {
            connection.Notice += (_, message) => notice($"{message.Notice.Severity}: {message.Notice.MessageText}");
        }
    }

    /// <inheritdoc/>
    public Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        // Sent ahead of the script's first statement, so that a clean session costs no round trip.
        _prelude = _isUsed ? [CleanSession] : [];
        _isUsed = true;
        if (script.Script.Directives.LockTimeout is { } timeout)
        {
            _prelude.Add(new($"set lock_timeout = {PostgresConnections.Milliseconds(timeout)}"));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken)
    {
        var code = new PostgresCode(_connection);
        await using var _ = code.ConfigureAwait(false);
        var pieces = new List<PostgresPiece>(_prelude);
        if (!work.OwnTransaction)
        {
            pieces.AddRange(work.HasCode ? code.Begin : [Begin]);
        }

        pieces.AddRange(_table.Render(work.Before).Select(PostgresPiece.Of));
        var after = _table.Render(work.After).Select(PostgresPiece.Of).ToList();
        var ownEnd = work.OwnTransaction ? work.Items.Count - 1 : -1;
        for (var i = 0; i < work.Items.Count; i++)
        {
            if (work.SessionResets.Contains(i))
            {
                pieces.AddRange(CleanSessionWithin);
            }

            if (i == ownEnd && after.Count > 0)
            {
                pieces.AddRange([.. OwnRole, .. after]);
            }

            pieces.Add(work.Items[i] switch
            {
                WorkItem.Call call => code.Call(call.Code, i),
                WorkItem.Send send => PostgresPiece.Of(send.Statement, i),
                _ => throw new InvalidOperationException(),
            });
        }

        // What `commit and chain` has begun is closed, and begun again by the step that needs it.
        if (work.OwnTransaction && work.Statements.Last().Traits.HasFlag(StatementTraits.Begins))
        {
            pieces.Add(new("commit"));
        }

        if (!work.OwnTransaction)
        {
            pieces.AddRange([.. after.Count > 0 ? OwnRole : [], .. after, new PostgresPiece("commit")]);
        }

        return await SendOrTakeBackAsync(pieces, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken)
    {
        // An index build waits for every transaction older than itself; giving up would leave an INVALID index behind.
        var isPatient = statement.Traits.HasFlag(StatementTraits.WaitsForOthers);
        PostgresPiece[] before = [.. _prelude, .. isPatient ? LiftLockTimeout : []];
        if (await _sender.SendAsync(before, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        _prelude = [];
        failure = await _sender.SendAsync([PostgresPiece.Of(statement, 0)], cancellationToken).ConfigureAwait(false);
        return await _sender.SendAsync(isPatient ? [RestoreLockTimeout] : [], CancellationToken.None).ConfigureAwait(false) is { } lost
            ? failure ?? lost
            : failure;
    }

    /// <inheritdoc/>
    public async Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken)
    {
        try
        {
            await WaitForOrphanAsync(statement, cancellationToken).ConfigureAwait(false);
            Require(await _sender.SendAsync(LiftLockTimeout, cancellationToken).ConfigureAwait(false));
            var outcome = await _probe.ProbeAsync(statement, cancellationToken).ConfigureAwait(false);
            Require(await _sender.SendAsync([RestoreLockTimeout], cancellationToken).ConfigureAwait(false));
            return outcome;
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, _displayName);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // A client that is killed does not end what the server does for it. Asked in short statements, so that no snapshot of
    // ours is in the way of an index build.
    private async Task WaitForOrphanAsync(Statement statement, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await _probe.FindOrphanAsync(statement, cancellationToken).ConfigureAwait(false) is { } orphan)
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            if (waited >= _settings.WriterWait)
            {
                throw new LockNotAcquiredException(_displayName, orphan, waited);
            }

            await Task.Delay(LockBackoff.Poll(waited), cancellationToken).ConfigureAwait(false);
        }
    }

    private void Require(StatementFailure? failure)
    {
        if (failure is not null)
        {
            throw PostgresFailures.Unavailable(failure.Exception, _displayName);
        }
    }

    private async Task<StatementFailure?> SendOrTakeBackAsync(
        IReadOnlyList<PostgresPiece> pieces, CancellationToken cancellationToken)
    {
        StatementFailure? failure;
        try
        {
            failure = await _sender.SendAsync(pieces, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await TakeBackAsync().ConfigureAwait(false);
            throw;
        }

        if (failure is null)
        {
            _prelude = [];
        }
        else
        {
            await TakeBackAsync().ConfigureAwait(false);
        }

        return failure;
    }

    private async Task TakeBackAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open)
        {
            await _sender.SendAsync([new("rollback")], CancellationToken.None).ConfigureAwait(false);
        }
    }
}
