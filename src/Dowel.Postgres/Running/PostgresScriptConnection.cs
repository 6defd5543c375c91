using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A connection that runs scripts.</summary>
internal sealed class PostgresScriptConnection : IScriptConnection
{
    // Behind a script that has made new transactions read-only, ours is to write its history all the same.
    private static readonly PostgresPiece Begin = new("begin read write");

    private readonly NpgsqlConnection _connection;
    private readonly PostgresSender _sender;
    private readonly HistoryTable _table;
    private readonly PostgresProbe _probe;
    private readonly ScriptSettings _settings;
    private readonly string _displayName;
    private readonly IPostgresSession _session;

    /// <summary>Takes an open connection over, and what prepares its sessions.</summary>
    public PostgresScriptConnection(
        NpgsqlConnection connection, HistoryTable table, ScriptSettings settings, string displayName, IPostgresSession session)
    {
        (_connection, _sender, _table, _probe) = (connection, new(connection), table, new(connection, session));
        (_settings, _displayName, _session) = (settings, displayName, session);
        if (settings.Notice is { } notice)
        {
            connection.Notice += (_, message) => notice($"{message.Notice.Severity}: {message.Notice.MessageText}");
        }
    }

    private PostgresLease? Lease => _session.Lease;

    /// <inheritdoc/>
    public Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        _session.Prepare(script);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken)
    {
        var code = new PostgresCode(_connection);
        await using var _ = code.ConfigureAwait(false);
        var pieces = new List<PostgresPiece>(_session.BeforeBegin);
        if (!work.OwnTransaction)
        {
            pieces.AddRange([.. work.HasCode ? code.Begin : [Begin], .. _session.AfterBegin]);
        }

        pieces.AddRange(_table.Render(work.Before).Select(PostgresPiece.Of));
        var ownEnd = work.OwnTransaction ? work.Items.Count - 1 : -1;
        for (var i = 0; i < work.Items.Count; i++)
        {
            if (work.SessionResets.Contains(i))
            {
                pieces.AddRange(_session.BetweenScripts);
            }

            if (i == ownEnd)
            {
                pieces.AddRange(BeforeEnd(work));
            }

            pieces.Add(work.Items[i] switch
            {
                WorkItem.Call call => code.Call(call.Code, i),
                WorkItem.Send send => PostgresPiece.Of(send.Statement, i),
                _ => throw new InvalidOperationException(),
            });
            if (work.OwnTransaction && i == 0)
            {
                pieces.AddRange(_session.AfterBegin);
            }
        }

        // What `commit and chain` has begun is closed, and begun again by the step that needs it.
        if (work.OwnTransaction && work.Statements.Last().Traits.HasFlag(StatementTraits.Begins))
        {
            pieces.Add(new("commit"));
        }

        if (!work.OwnTransaction)
        {
            pieces.AddRange([.. BeforeEnd(work), new PostgresPiece("commit")]);
        }

        return await HeldAsync(token => SendOrTakeBackAsync(pieces, token), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken) =>
        HeldAsync(token => _session.RunOutsideAsync(PostgresPiece.Of(statement, 0), token), cancellationToken);

    /// <inheritdoc/>
    public async Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken)
    {
        try
        {
            await WaitForOrphanAsync(statement, cancellationToken).ConfigureAwait(false);
            return await _probe.ProbeAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (Lease is not null && error.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            // The fence before what the probe clears away.
            throw new LockLostException(_displayName);
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

    // Behind the script's last statement: the session made good, Dowel's rows, and a look whether it still may.
    private IEnumerable<PostgresPiece> BeforeEnd(TransactionWork work)
    {
        var traits = work.OwnTransaction
            ? work.Statements.Aggregate(StatementTraits.None, (all, statement) => all | statement.Traits)
            : StatementTraits.None;

        // What is left to another session has to be as the script has made it, and would keep the fence to itself.
        if (traits.HasFlag(StatementTraits.HandsOver))
        {
            return [];
        }

        var rows = _table.Render(work.After).Select(PostgresPiece.Of).ToList();
        var commitsNothing = (traits & (StatementTraits.RollsBack | StatementTraits.ReadsOnly)) != StatementTraits.None;
        return [.. _session.BeforeEnd(rows), .. rows, .. Lease is null || commitsNothing ? Array.Empty<PostgresPiece>() : [Lease.Fence]];
    }

    // A lease that is lost ends the work at once: what comes of it could not be committed.
    private async Task<StatementFailure?> HeldAsync(
        Func<CancellationToken, Task<StatementFailure?>> work, CancellationToken cancellationToken)
    {
        if (Lease is null)
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Lease.Lost);
        try
        {
            var failure = await work(both.Token).ConfigureAwait(false);
            return failure is not null && await IsLostAsync(Lease, failure).ConfigureAwait(false)
                ? PostgresFailures.LockLost(failure.Exception) with { Index = failure.Index }
                : failure;
        }
        catch (OperationCanceledException error) when (Lease.Lost.IsCancellationRequested)
        {
            return PostgresFailures.LockLost(error);
        }
    }

    // What another migrator has done meanwhile makes statements fail before the fence is reached: a table is there already.
    private async Task<bool> IsLostAsync(PostgresLease lease, StatementFailure failure) =>
        lease.Lost.IsCancellationRequested
        || (failure.Kind == FailureKind.Error
            && await _sender.SendAsync([lease.Fence], CancellationToken.None).ConfigureAwait(false) is { Kind: FailureKind.LockLost });

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
            _session.Committed();
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
            await _sender.SendAsync(_session.TakeBack, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
