using Dowel.Migrations;
using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database as the migrator sees it.</summary>
/// <remarks>
/// Keeps one connection for history, journal and lock, which no script touches, and opens another for scripts.
/// Both are unpooled and named <c>dowel</c>. Tested on PostgreSQL 15.
/// </remarks>
public sealed class PostgresMigrationDatabase : IMigrationDatabase, ISchemaSource
{
    private readonly PostgresConnections _connections;
    private readonly PostgresMigrationOptions _options;
    private readonly PostgresControl _control;
    private readonly PostgresMigrationLock _lock;
    private PostgresFacts? _facts;

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connectionString">An Npgsql connection string; its password is never shown.</param>
    /// <param name="options">Schema and history table; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresMigrationDatabase(string connectionString, PostgresMigrationOptions? options = null)
        : this(new PostgresConnections(connectionString), options ?? new())
    {
    }

    /// <summary>Names the database of a host's data source.</summary>
    internal PostgresMigrationDatabase(PostgresConnections connections, PostgresMigrationOptions options)
    {
        _options = options;
        _connections = connections;
        _control = new(_connections);
        _lock = new(_control, _connections, _options);
    }

    /// <inheritdoc/>
    public Dialect Dialect { get; } = new PostgresDialect();

    /// <inheritdoc/>
    public string DisplayName => _connections.DisplayName;

    /// <inheritdoc/>
    public string? Schema => _options.Schema;

    /// <summary>Set for a throw-away database: what takes it away.</summary>
    internal Func<Task>? OnDisposed { get; init; }

    /// <summary>Whether the schema was there already, so that it is not made where it is missing: somebody has dropped it.</summary>
    internal bool HasSchema { get; init; }

    /// <summary>Set where scripts are tried in a schema of a database that has others' objects too; null for any other.</summary>
    internal PostgresScratchSchema? Confined { get; init; }

    /// <inheritdoc/>
    public async Task<History> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        // What was known may have changed, but for what nobody else changes while the lock is held.
        _facts = _lock.IsHeld ? _facts : null;
        var reading = new PostgresHistoryReading(
            await _control.OpenAsync(cancellationToken).ConfigureAwait(false), new(Dialect, _options.HistoryTable, _options.Schema));
        try
        {
            var history = await reading.ReadAsync(cancellationToken).ConfigureAwait(false);
            return history.Exists || !HasSchema || !(await FactsAsync(cancellationToken).ConfigureAwait(false)).IsSchemaMissing
                ? history
                : throw new DatabaseUnavailableException(RunErrors.NoSuchDatabase($"Schema {Schema} of {DisplayName}", "it was dropped meanwhile"), null);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction)
        {
            throw await RefuseForeignAsync(error.MessageText, error, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException error)
        {
            throw await RefuseForeignAsync(error.Message, error, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            var facts = await FactsAsync(cancellationToken).ConfigureAwait(false);
            throw facts.Rights.Refusal(DisplayName, facts with { IsComplete = true }) is { } refusal
                ? new DatabaseUnavailableException(refusal, error)
                : PostgresFailures.Unavailable(error, DisplayName);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DowelError>> FindObstaclesAsync(IReadOnlyList<PreparedScript> scripts, CancellationToken cancellationToken) =>
    [
        .. Confined?.Find(scripts, DisplayName) ?? [],
        .. (await FactsAsync(cancellationToken).ConfigureAwait(false)).IsPooled ? PostgresPoolRules.Find(scripts, DisplayName) : [],
    ];

    /// <inheritdoc/>
    public async Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken).ConfigureAwait(false);
        Require(facts);
        return await _lock.TryTakeAsync(facts, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken) =>
        await _lock.ReadHolderAsync(await FactsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken).ConfigureAwait(false);
        if (facts.IsComplete)
        {
            return;
        }

        Require(facts);
        PostgresPiece[] pieces = [.. facts.MakeSchema, .. TableOf(facts).Create.Select(PostgresPiece.Of)];
        var failure = await _control.SendAsync(pieces, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFailures.Unavailable(failure.Exception, DisplayName);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken).ConfigureAwait(false);
        if (changes.MakesTables)
        {
            // Written without a lock, so no lease is needed either.
            Require(facts with { HasLeaseTable = true });
        }

        PostgresPiece[] pieces =
        [
            new("begin"),
            .. changes.MakesTables ? facts.MakeSchema : [],
            .. TableOf(facts).Render(changes).Select(PostgresPiece.Of),
            .. _lock.Lease is { } lease ? new[] { lease.Fence } : [],
            new("commit"),
        ];
        var sender = new PostgresSender(await _control.OpenAsync(cancellationToken).ConfigureAwait(false));
        var failure = await sender.SendAsync(pieces, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            return true;
        }

        await sender.SendAsync([new("rollback")], CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return failure.Kind == FailureKind.Overtaken ? false
            : failure.Kind == FailureKind.LockLost ? throw new LockLostException(DisplayName)
            : throw PostgresFailures.Unavailable(failure.Exception, DisplayName);
    }

    /// <inheritdoc/>
    public async Task<IScriptConnection> OpenScriptConnectionAsync(ScriptSettings settings, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken).ConfigureAwait(false);
        (string, string)[] startSettings =
        [
            ("lock_timeout", PostgresConnections.Milliseconds(settings.LockTimeout)),
            ("statement_timeout", PostgresConnections.Milliseconds(settings.StatementTimeout)),

            // Under a lease a transaction that is left alone must not outlive the right to commit it; code may have its mind on other things.
            ("idle_in_transaction_session_timeout", _lock.Lease is null || settings.RunsCode ? "0" : PostgresConnections.Milliseconds(_options.LeaseDuration)),
            .. Schema is null ? Array.Empty<(string, string)>() : [("search_path", PostgresNames.Quote(Schema))],
        ];
        var connection = await _connections.OpenAsync(facts.IsPooled ? [] : startSettings, cancellationToken, settings.RunsCode).ConfigureAwait(false);
        IPostgresSession session = facts.IsPooled
            ? new PostgresBorrowedSession(connection, startSettings, _lock.Lease)
            : new PostgresOwnSession(new(connection), _lock.Lease);
        var scripts = new PostgresScriptConnection(connection, TableOf(facts), settings, DisplayName, session);
        return Confined is null ? scripts : new ConfinedScriptConnection(scripts, Confined, DisplayName);
    }

    /// <inheritdoc/>
    public Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken) =>
        _control.UseAsync(connection => PostgresSchemaText.ReadAsync(connection, OwnTables, Schema, cancellationToken), cancellationToken);

    /// <summary>The database as contracts are compared with it, over a connection of its own.</summary>
    internal async Task<PostgresContractDatabase> OpenContractsAsync(CancellationToken cancellationToken) =>
        new(await OpenWithPathAsync(cancellationToken).ConfigureAwait(false), OwnTables);

    /// <inheritdoc/>
    public async Task<SchemaSnapshot> ReadSchemaAsync(CancellationToken cancellationToken = default)
    {
        var schema = await OpenSchemaAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = schema.ConfigureAwait(false);
        return new(await schema.ReadModelAsync(cancellationToken).ConfigureAwait(false), schema.Engine);
    }

    /// <summary>The database as its schema is read, on a connection of its own.</summary>
    internal async Task<PostgresSchemaDatabase> OpenSchemaAsync(CancellationToken cancellationToken) =>
        new(await OpenWithPathAsync(cancellationToken).ConfigureAwait(false), new(OwnTables) { Schema = Schema }) { DisplayName = DisplayName, Before = sql => Confined?.Require(sql, DisplayName) };

    /// <summary>Runs scripts on a throw-away database and writes down what each statement locks and goes through.</summary>
    /// <exception cref="SchemaStatementException">The server refuses a statement.</exception>
    internal async Task<IReadOnlyList<StatementTrace>> TraceAsync(IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken)
    {
        var runner = await OpenWithPathAsync(cancellationToken, ("client_min_messages", "debug1")).ConfigureAwait(false);
        await using var _ = runner.ConfigureAwait(false);
        var watcher = await OpenWithPathAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = watcher.ConfigureAwait(false);
        return await new PostgresTracer(runner, watcher, OwnTables).RunAsync(drafts, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableShape>> ReadTablesAsync(CancellationToken cancellationToken)
    {
        var tables = await _control.UseAsync(connection => PostgresTables.ReadAsync(connection, Schema, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Confined is null ? tables : [.. tables.Where(table => table.Schema is null || table.Schema == Schema)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string?[]>> ReadRowsAsync(TableShape table, string orderColumn, CancellationToken cancellationToken) =>
        _control.UseAsync(connection => PostgresTables.ReadRowsAsync(connection, table, orderColumn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadInvalidIndexesAsync(CancellationToken cancellationToken) =>
        _control.UseAsync(connection => new PostgresProbe(connection).FindInvalidAsync(Schema, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken) =>
        _control.UseAsync(connection => new PostgresProbe(connection).DropInvalidAsync(Schema, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync().ConfigureAwait(false);
        await _control.DisposeAsync().ConfigureAwait(false);
        if (OnDisposed is not null)
        {
            await OnDisposed().ConfigureAwait(false);
        }
    }

    // A connection on which names without a schema mean what they mean to the scripts.
    private Task<NpgsqlConnection> OpenWithPathAsync(CancellationToken cancellationToken, params IEnumerable<(string, string)> settings) => _connections.OpenAsync(
        Schema is null ? settings : settings.Append(("search_path", PostgresNames.Quote(Schema))), cancellationToken);

    private string[] OwnTables =>
        [.. new[] { "", HistoryTable.JournalSuffix, PostgresLeaseTable.Suffix }.Select(suffix => _options.HistoryTable + suffix)];

    private HistoryTable TableOf(PostgresFacts facts) => new(Dialect, _options.HistoryTable, facts.HistorySchema);

    // Asked when something is to be done, and never by a run that finds nothing.
    private async Task<PostgresFacts> FactsAsync(CancellationToken cancellationToken) => _facts ??= await _control.UseAsync(
        connection => PostgresFactsReading.ReadAsync(connection, _options, cancellationToken), cancellationToken).ConfigureAwait(false);

    // What forbids writing is said before anything runs.
    private void Require(PostgresFacts facts)
    {
        var refusal = facts.ReadOnlyReason is { } reason
            ? RunErrors.ReadOnly(DisplayName, reason)
            : facts.Rights.Refusal(DisplayName, facts);
        if (refusal is not null)
        {
            throw new DatabaseUnavailableException(refusal, null);
        }
    }

    private async Task<MigrationRefusedException> RefuseForeignAsync(string reason, Exception inner, CancellationToken cancellationToken)
    {
        var tool = await ForeignHistories.RecogniseAsync(this, _options.HistoryTable, cancellationToken).ConfigureAwait(false);
        return new([RunErrors.ForeignHistory(_options.HistoryTable, reason, tool)], inner);
    }
}
