using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A connection that runs scripts.</summary>
internal sealed class PostgresScriptConnection : IScriptConnection
{
    // `discard all` says the same and refuses to run in a transaction (PostgreSQL 18 docs, DISCARD); advisory locks are elsewhere.
    private static readonly PostgresPiece[] CleanSession =
    [
        new("set session authorization default"),
        new("reset role"),
        new("reset all"),
        new("deallocate all"),
    ];

    // Whatever role a script has taken, until the end of the transaction.
    private static readonly PostgresPiece[] OwnRole = [new("set local session authorization default"), new("set local role none")];

    private readonly NpgsqlConnection _connection;
    private readonly PostgresSender _sender;
    private readonly HistoryTable _table;
    private readonly PostgresProbe _probe;
    private List<PostgresPiece> _prelude = [];
    private bool _isUsed;

    /// <summary>Takes an open connection over.</summary>
    public PostgresScriptConnection(NpgsqlConnection connection, HistoryTable table, Action<string>? notice)
    {
        (_connection, _sender, _table, _probe) = (connection, new(connection), table, new(connection));
        if (notice is not null)
        {
            connection.Notice += (_, message) => notice($"{message.Notice.Severity}: {message.Notice.MessageText}");
        }
    }

    /// <inheritdoc/>
    public Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        // Sent ahead of the script's first statement, so that a clean session costs no round trip.
        _prelude = _isUsed ? [.. CleanSession] : [];
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
        var pieces = new List<PostgresPiece>(_prelude);
        if (!work.OwnTransaction)
        {
            pieces.Add(new("begin"));
        }

        pieces.AddRange(_table.Render(work.Before).Select(PostgresPiece.Of));
        var after = _table.Render(work.After).Select(PostgresPiece.Of).ToList();
        var ownEnd = work.OwnTransaction ? work.Statements.Count - 1 : -1;
        for (var i = 0; i < work.Statements.Count; i++)
        {
            if (work.SessionResets.Contains(i))
            {
                pieces.AddRange(CleanSession);
            }

            if (i == ownEnd && after.Count > 0)
            {
                pieces.AddRange([.. OwnRole, .. after]);
            }

            pieces.Add(PostgresPiece.Of(work.Statements[i], i));
        }

        // What `commit and chain` has begun is closed, and begun again by the step that needs it.
        if (work.OwnTransaction && work.Statements[^1].Traits.HasFlag(StatementTraits.Begins))
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
        var prelude = _prelude;
        _prelude = [];
        if (await _sender.SendAsync(prelude, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        // An index build waits for every transaction older than itself; giving up would leave an INVALID index behind.
        var patience = statement.Traits.HasFlag(StatementTraits.WaitsForOthers)
            ? await _probe.LiftLockTimeoutAsync(cancellationToken).ConfigureAwait(false)
            : null;
        var outcome = await _sender.SendAsync([PostgresPiece.Of(statement, 0)], cancellationToken).ConfigureAwait(false);
        if (patience is not null && _connection.State == System.Data.ConnectionState.Open)
        {
            await _probe.SetLockTimeoutAsync(patience, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <inheritdoc/>
    public Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken) =>
        _probe.ProbeAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

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
