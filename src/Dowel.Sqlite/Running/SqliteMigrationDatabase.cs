using System.Data;
using Dowel.Migrations;
using Dowel.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>A SQLite database as the migrator sees it.</summary>
/// <remarks>
/// Keeps one connection, unpooled, with foreign keys on. The library that the process has registered is used; tested with
/// SQLite 3.35 and 3.40. Statements run on the caller's thread; waiting for another process is asynchronous.
/// </remarks>
public sealed class SqliteMigrationDatabase : IMigrationDatabase, ISchemaSource
{
    private const string NotATable = "no such table";
    private const string NotAColumn = "no such column";
    private static readonly TimeSpan BookkeepingWait = TimeSpan.FromSeconds(60);

    private readonly SqlitePlace _place;
    private readonly SqliteMigrationOptions _options;
    private readonly HistoryTable _table;
    private SqliteConnection? _connection;
    private bool _hasHistory;

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connectionString">A Microsoft.Data.Sqlite connection string.</param>
    /// <param name="options">The history table; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public SqliteMigrationDatabase(string connectionString, SqliteMigrationOptions? options = null)
    {
        _options = options ?? new();
        _place = new(connectionString);
        _table = new(Dialect, _options.HistoryTable, schema: null);
    }

    /// <inheritdoc/>
    public Dialect Dialect { get; } = new SqliteDialect();

    /// <inheritdoc/>
    public string DisplayName => _place.DisplayName;

    /// <inheritdoc/>
    public string? Schema => _options.Schema;

    /// <inheritdoc/>
    public async Task<History> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        // Looking must not make a file.
        if (_connection is null && _place.IsMissing)
        {
            return History.Empty;
        }

        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        var scripts = new List<AppliedScript>();
        var journal = new List<JournalEntry>();
        _hasHistory = await ReadAsync(
                engine, _table.SelectHistory, row => scripts.Add(HistoryTable.ReadApplied(row)), cancellationToken).ConfigureAwait(false)
            & await ReadAsync(
                engine, _table.SelectJournal, row => journal.Add(HistoryTable.ReadJournal(column => row(column)!)), cancellationToken).ConfigureAwait(false);
        return new(_hasHistory, scripts, journal);
    }

    /// <inheritdoc/>
    /// <remarks>A script that sits in one transaction needs no lock: SQLite lets one writer in, and its row in the history is written first.</remarks>
    public Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken)
    {
        if (_connection is { Handle: { } handle } && new SqliteExecutor(handle).IsReadOnly)
        {
            throw new DatabaseUnavailableException(RunErrors.ReadOnly(DisplayName, "the file was opened for reading only"), null);
        }

        return Task.FromResult<IAsyncDisposable?>(
            needed == LockNeed.Transactions || _place.IsMemory ? new SqliteNoLock() : SqliteSideLock.TryTake(_place));
    }

    /// <inheritdoc/>
    public Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SqliteSideLock.ReadHolder(_place));

    /// <inheritdoc/>
    public async Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (_hasHistory)
        {
            return;
        }

        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        await BeginAsync(engine, wait, cancellationToken).ConfigureAwait(false);
        foreach (var command in _table.Create)
        {
            Require(engine.Run(command.Sql));
        }

        await CommitAsync(engine).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken)
    {
        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        await BeginAsync(engine, BookkeepingWait, cancellationToken).ConfigureAwait(false);
        foreach (var command in _table.Render(changes))
        {
            var result = engine.Run(command.Sql, command.Values, null, cancellationToken);
            var isOvertaken = result.Primary == raw.SQLITE_CONSTRAINT || (result.IsOk && command.MustChangeRow && engine.Changes == 0);
            if (isOvertaken || !result.IsOk)
            {
                engine.Run("rollback");
                return isOvertaken ? false : throw SqliteFailures.Unavailable(result, DisplayName);
            }
        }

        await CommitAsync(engine).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public Task<IScriptConnection> OpenScriptConnectionAsync(ScriptSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<IScriptConnection>(new SqliteScriptConnection(this, _table, settings));

    /// <inheritdoc/>
    public async Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken)
    {
        if (_connection is null && _place.IsMissing)
        {
            return "";
        }

        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        return SqliteSchemaText.Read(engine, OwnTables);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableShape>> ReadTablesAsync(CancellationToken cancellationToken)
    {
        if (_connection is null && _place.IsMissing)
        {
            return [];
        }

        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        var columns = new List<(string Table, ColumnShape Column)>();
        Require(await InsistAsync(
            engine, SqliteTables.Columns, row => columns.Add((row(0)!, new(row(1)!, row(2) ?? ""))), BookkeepingWait, cancellationToken).ConfigureAwait(false));
        return [.. columns.GroupBy(column => column.Table, (table, all) => new TableShape(null, table, [.. all.Select(each => each.Column)]))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?[]>> ReadRowsAsync(TableShape table, string orderColumn, CancellationToken cancellationToken)
    {
        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        var rows = new List<string?[]>();
        Require(await InsistAsync(
            engine,
            SqliteTables.RowsOf(table, orderColumn, Dialect),
            row => rows.Add([.. Enumerable.Range(0, table.Columns.Count).Select(row)]),
            BookkeepingWait,
            cancellationToken).ConfigureAwait(false));
        return rows;
    }

    /// <summary>The database as contracts are compared with it; its connection stays this one's.</summary>
    internal async Task<SqliteContractDatabase> OpenContractsAsync(CancellationToken cancellationToken)
    {
        var engine = await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false);
        return new(engine, new(_connection!.Handle!), OwnTables);
    }

    /// <inheritdoc/>
    public async Task<SchemaSnapshot> ReadSchemaAsync(CancellationToken cancellationToken = default)
    {
        var schema = await OpenSchemaAsync(cancellationToken).ConfigureAwait(false);
        return new(await schema.ReadModelAsync(cancellationToken).ConfigureAwait(false), schema.Engine);
    }

    /// <summary>The database as its schema is read; its connection stays this one's.</summary>
    internal async Task<SqliteSchemaDatabase> OpenSchemaAsync(CancellationToken cancellationToken) =>
        new(await OpenEngineAsync(isFresh: false, cancellationToken).ConfigureAwait(false), OwnTables);

    /// <inheritdoc/>
    /// <remarks>SQLite builds an index whole or not at all.</remarks>
    public Task<IReadOnlyList<string>> ReadInvalidIndexesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    /// <remarks>As there are none.</remarks>
    public Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string[] OwnTables => [_options.HistoryTable, _options.HistoryTable + HistoryTable.JournalSuffix];

    /// <summary>Whether the connection is open; code that was given it may have closed it.</summary>
    internal bool IsOpen => _connection is { State: ConnectionState.Open };

    /// <summary>The engine behind the connection, opened where it is not open yet.</summary>
    /// <param name="isFresh">Whether whatever a script has done to the session must be gone; a database in memory keeps its connection.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal async Task<SqliteExecutor> OpenEngineAsync(bool isFresh, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_connection is { State: not ConnectionState.Open } || (isFresh && !_place.IsMemory && _connection is not null))
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
            _connection = null;
        }

        _connection ??= _place.Open();
        var engine = new SqliteExecutor(_connection.Handle!);
        if (isFresh && _place.IsMemory)
        {
            SqlitePlace.SetDefaults(engine);
        }

        return engine;
    }

    /// <summary>Begins to write in a transaction that the driver knows too.</summary>
    /// <exception cref="LockNotAcquiredException">It took too long.</exception>
    internal async Task<SqliteCode> BeginCodeAsync(SqliteExecutor engine, TimeSpan wait, CancellationToken cancellationToken)
    {
        var code = new SqliteCode(_connection!, engine);
        try
        {
            // The driver's own `begin immediate` would block the thread.
            Require(await InsistAsync(engine, _table.Touch, null, wait, cancellationToken).ConfigureAwait(false));
            return code;
        }
        catch
        {
            code.Dispose();
            throw;
        }
    }

    /// <summary>Begins to write, waiting for another connection's transaction without blocking the thread.</summary>
    /// <exception cref="LockNotAcquiredException">It took too long.</exception>
    internal async Task BeginAsync(SqliteExecutor engine, TimeSpan wait, CancellationToken cancellationToken) =>
        Require(await InsistAsync(engine, "begin immediate", null, wait, cancellationToken).ConfigureAwait(false));

    // Without a write-ahead log a commit waits for those who read.
    private async Task CommitAsync(SqliteExecutor engine)
    {
        try
        {
            Require(await InsistAsync(engine, "commit", null, BookkeepingWait, CancellationToken.None).ConfigureAwait(false));
        }
        finally
        {
            if (engine.InTransaction)
            {
                engine.Run("rollback");
            }
        }
    }

    private async Task<SqliteResult> InsistAsync(
        SqliteExecutor engine, string sql, Action<Func<int, string?>>? row, TimeSpan wait, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var result = engine.TryRun(sql, row, cancellationToken);
            if (!result.IsBusy)
            {
                return result;
            }

            var waited = TimeProvider.System.GetElapsedTime(started);
            if (waited >= wait)
            {
                throw new LockNotAcquiredException(DisplayName, "some connection has a transaction open", waited);
            }

            await Task.Delay(LockBackoff.Poll(waited) / 5, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ReadAsync(
        SqliteExecutor engine, string sql, Action<Func<int, string?>> row, CancellationToken cancellationToken)
    {
        SqliteResult result;
        try
        {
            result = await InsistAsync(engine, sql, row, BookkeepingWait, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException error)
        {
            throw await RefuseForeignAsync(error.Message, error, cancellationToken).ConfigureAwait(false);
        }

        if (result.IsOk)
        {
            return true;
        }

        if (result.Message.StartsWith(NotATable, StringComparison.Ordinal))
        {
            return false;
        }

        throw result.Message.StartsWith(NotAColumn, StringComparison.Ordinal)
            ? await RefuseForeignAsync(result.Message, null, cancellationToken).ConfigureAwait(false)
            : SqliteFailures.Unavailable(result, DisplayName);
    }

    private async Task<MigrationRefusedException> RefuseForeignAsync(string reason, Exception? inner, CancellationToken cancellationToken)
    {
        var tool = await ForeignHistories.RecogniseAsync(this, _options.HistoryTable, cancellationToken).ConfigureAwait(false);
        return new([RunErrors.ForeignHistory(_options.HistoryTable, reason, tool)], inner);
    }

    private void Require(SqliteResult result)
    {
        if (!result.IsOk)
        {
            throw SqliteFailures.Unavailable(result, DisplayName);
        }
    }
}
