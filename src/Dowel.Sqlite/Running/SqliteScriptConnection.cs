using System.Globalization;
using Dowel.Migrations;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Runs scripts on the database's one connection.</summary>
internal sealed class SqliteScriptConnection(SqliteMigrationDatabase database, HistoryTable table, ScriptSettings settings) : IScriptConnection
{
    private const StatementTraits NeedsForeignKeysLifted = StatementTraits.DropsTable | StatementTraits.LiftsForeignKeys;

    private bool _isUsed;
    private SqliteExecutor _engine = null!;
    private SqliteCode? _code;

    /// <inheritdoc/>
    public async Task PrepareAsync(PreparedScript script, CancellationToken cancellationToken)
    {
        _engine = await database.OpenEngineAsync(isFresh: _isUsed, cancellationToken).ConfigureAwait(false);
        _engine.SetBusyTimeout(script.Script.Directives.LockTimeout ?? settings.LockTimeout);
        _isUsed = false;
    }

    /// <inheritdoc/>
    public async Task<StatementFailure?> RunTransactionAsync(TransactionWork work, CancellationToken cancellationToken)
    {
        _isUsed |= work.HasCode || work.Statements.Any(ChangesSession);

        // Dropping a table deletes its rows first, with whatever foreign keys do then, and the switch means nothing
        // inside a transaction: it is thrown around it, and what the keys would have forbidden is looked for at the end.
        var isLifted = work.Statements.Any(statement => (statement.Traits & NeedsForeignKeysLifted) != StatementTraits.None)
            && _engine.Ask("pragma foreign_keys") == "1";
        if (isLifted)
        {
            _engine.Run("pragma foreign_keys = off");
        }

        try
        {
            var failure = await RunWholeAsync(work, isLifted, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return failure;
        }
        finally
        {
            if (database.IsOpen && _engine.InTransaction)
            {
                _engine.Run("rollback");
            }

            _code?.Dispose();
            _code = null;
            if (database.IsOpen && isLifted)
            {
                _engine.Run("pragma foreign_keys = on");
            }
        }
    }

    /// <inheritdoc/>
    public Task<StatementFailure?> RunOutsideAsync(Statement statement, CancellationToken cancellationToken)
    {
        _isUsed |= ChangesSession(statement);
        return Task.FromResult(Run(statement, 0, cancellationToken));
    }

    /// <inheritdoc/>
    /// <remarks>What SQLite refuses in a transaction, such as <c>vacuum</c> and pragmas, does no harm when done again.</remarks>
    public Task<ProbeOutcome> ProbeAsync(Statement statement, CancellationToken cancellationToken) =>
        Task.FromResult(
            (statement.Traits & (StatementTraits.OutsideTransaction | StatementTraits.ChangesSession)) != StatementTraits.None
                ? ProbeOutcome.Repeat
                : ProbeOutcome.Unknown);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<StatementFailure?> RunWholeAsync(TransactionWork work, bool isLifted, CancellationToken cancellationToken)
    {
        if (work.HasCode)
        {
            _code = await database.BeginCodeAsync(_engine, settings.WriterWait, cancellationToken).ConfigureAwait(false);
        }
        else if (!work.OwnTransaction)
        {
            await database.BeginAsync(_engine, settings.WriterWait, cancellationToken).ConfigureAwait(false);
        }

        var orphans = isLifted ? SqliteOrphans.Find(_engine, cancellationToken) : null;
        if (Record(work.Before) is { } overtaken)
        {
            return overtaken;
        }

        var end = work.OwnTransaction ? work.Items.Count - 1 : work.Items.Count;
        for (var i = 0; i < end; i++)
        {
            if (await RunAsync(work.Items[i], i, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }

        return (orphans is null ? null : CheckForeignKeys(work, orphans, cancellationToken))
            ?? Record(work.After)
            ?? (work.OwnTransaction ? await RunAsync(work.Items[end], end, cancellationToken).ConfigureAwait(false) : Commit());
    }

    private StatementFailure? Record(HistoryChanges changes)
    {
        foreach (var command in table.Render(changes))
        {
            var result = _engine.Run(command.Sql, command.Values, null, CancellationToken.None);
            if (result.Primary == raw.SQLITE_CONSTRAINT || (result.IsOk && command.MustChangeRow && _engine.Changes == 0))
            {
                return SqliteFailures.Overtaken(result);
            }

            if (!result.IsOk)
            {
                return SqliteFailures.IsOfTheFile(result)
                    ? throw SqliteFailures.Unavailable(result, database.DisplayName)
                    : SqliteFailures.Describe(result, null, null);
            }
        }

        return null;
    }

    private StatementFailure? Commit()
    {
        var result = _engine.InTransaction
            ? _engine.Run("commit")
            : new(raw.SQLITE_ABORT, "a statement of the script has ended the transaction");
        return result.IsOk ? null : SqliteFailures.Describe(result, null, null);
    }

    private async Task<StatementFailure?> RunAsync(WorkItem item, int index, CancellationToken cancellationToken) => item switch
    {
        WorkItem.Call call => await _code!.RunAsync(call.Code, index, cancellationToken).ConfigureAwait(false),
        WorkItem.Send send => Run(send.Statement, index, cancellationToken),
        _ => throw new InvalidOperationException(),
    };

    private StatementFailure? Run(Statement statement, int index, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (settings.StatementTimeout > TimeSpan.Zero)
        {
            timeout.CancelAfter(settings.StatementTimeout);
        }

        SqliteResult result;
        try
        {
            result = _engine.Run(statement.Text, [], null, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            result = new(raw.SQLITE_INTERRUPT, "");
        }

        if (result.Primary == raw.SQLITE_INTERRUPT && !cancellationToken.IsCancellationRequested)
        {
            result = result with
            {
                Message = string.Create(
                    CultureInfo.InvariantCulture, $"the statement ran longer than {settings.StatementTimeout.TotalSeconds:0.###} s"),
            };
        }

        return result.IsOk
            ? null
            : SqliteFailures.Describe(result, index, SqliteErrorPlace.Find(result.Message, statement.Text, _engine.Refuse));
    }

    private static bool ChangesSession(Statement statement) => statement.Traits.HasFlag(StatementTraits.ChangesSession);

    private StatementFailure? CheckForeignKeys(TransactionWork work, SqliteOrphans before, CancellationToken cancellationToken)
    {
        if (SqliteOrphans.Find(_engine, cancellationToken).Since(before) is not { } message)
        {
            return null;
        }

        var index = work.Items.ToList().FindIndex(item =>
            item is WorkItem.Send send && (send.Statement.Traits & NeedsForeignKeysLifted) != StatementTraits.None);
        return SqliteFailures.Describe(new(raw.SQLITE_CONSTRAINT | (3 << 8), message), index, null);
    }
}
