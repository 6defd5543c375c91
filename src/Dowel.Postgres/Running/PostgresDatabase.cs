using System.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database as the migrator sees it.</summary>
/// <remarks>
/// Keeps one connection for history, journal and lock, which no script touches, and opens another for scripts.
/// Both are unpooled and named <c>dowel</c>. Tested on PostgreSQL 15.
/// </remarks>
public sealed class PostgresDatabase : IMigrationDatabase
{
    private readonly PostgresConnections _connections;
    private readonly PostgresDatabaseOptions _options;
    private NpgsqlConnection? _control;
    private PostgresFacts? _facts;
    private PostgresLock? _lock;
    private PostgresLease? _lease;

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connectionString">An Npgsql connection string; its password is never shown.</param>
    /// <param name="options">Schema and history table; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresDatabase(string connectionString, PostgresDatabaseOptions? options = null)
    {
        _options = options ?? new();
        _connections = new(connectionString);
    }

    /// <inheritdoc/>
    public Dialect Dialect { get; } = new PostgresDialect();

    /// <inheritdoc/>
    public string DisplayName => _connections.DisplayName;

    /// <inheritdoc/>
    public string? Schema => _options.Schema;

    /// <summary>Set for a throw-away database: what takes it away.</summary>
    internal Func<Task>? OnDisposed { get; init; }

    private HistoryTable Table => new(Dialect, _options.HistoryTable, _facts?.HistorySchema);

    /// <inheritdoc/>
    public async Task<History> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        var reading = new PostgresHistoryReading(
            await ControlAsync(cancellationToken).ConfigureAwait(false), new(Dialect, _options.HistoryTable, _options.Schema), _options);
        try
        {
            var (facts, history) = await reading.ReadAsync(cancellationToken).ConfigureAwait(false);
            _facts = facts;
            return history;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction)
        {
            throw await RefuseForeignAsync(error.MessageText, error, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException error)
        {
            throw await RefuseForeignAsync(error.Message, error, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege
            && reading.Found is { } found && found.Rights.Refusal(DisplayName, found with { IsComplete = true }) is { } refusal)
        {
            throw new DatabaseUnavailableException(refusal, error);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<DowelError> FindObstacles(IReadOnlyList<PreparedScript> scripts) =>
        _facts is { IsPooled: true } ? PostgresPoolRules.Find(scripts, DisplayName) : [];

    /// <inheritdoc/>
    public async Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken)
    {
        var facts = _facts ?? throw new InvalidOperationException("The history is read before the lock is asked for.");
        Require(facts);
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        if (facts.NeedsLease)
        {
            await MakeLeaseTableAsync(facts, cancellationToken).ConfigureAwait(false);
            _lease = await GuardAsync(() => PostgresLease.TryTakeAsync(
                control, _connections, LeaseTable, _options.LeaseDuration, facts.HasAdvisoryLocks ? LockKey : null, cancellationToken)).ConfigureAwait(false);
            return _lease;
        }

        _lock = await GuardAsync(() => PostgresLock.TryTakeAsync(control, LockKey, LeaseTable, cancellationToken)).ConfigureAwait(false);
        return _lock;
    }

    /// <inheritdoc/>
    public async Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => PostgresLock.ReadHolderAsync(control, LockKey, LeaseTable, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var facts = _facts ?? throw new InvalidOperationException("The history is read before it is made.");
        if (facts.IsComplete)
        {
            return;
        }

        Require(facts);
        var sender = new PostgresSender(await ControlAsync(cancellationToken).ConfigureAwait(false));
        var failure = await sender.SendAsync([.. MakeSchema(facts), .. Table.Create.Select(PostgresPiece.Of)], cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFailures.Unavailable(failure.Exception, DisplayName);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken)
    {
        var sender = new PostgresSender(await ControlAsync(cancellationToken).ConfigureAwait(false));
        var fence = Lease is { } lease ? new[] { lease.Fence } : [];
        PostgresPiece[] pieces =
        [
            new("begin"),
            .. changes.MakesTables && _facts is { } facts ? MakeSchema(facts) : [],
            .. Table.Render(changes).Select(PostgresPiece.Of),
            .. fence,
            new("commit"),
        ];
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
        var isPooled = _facts is { IsPooled: true };
        (string, string)[] session =
        [
            ("lock_timeout", PostgresConnections.Milliseconds(settings.LockTimeout)),
            ("statement_timeout", PostgresConnections.Milliseconds(settings.StatementTimeout)),

            // Under a lease a transaction that is left alone must not outlive the right to commit it.
            ("idle_in_transaction_session_timeout", Lease is null ? "0" : PostgresConnections.Milliseconds(_options.LeaseDuration)),
            .. Schema is null ? Array.Empty<(string, string)>() : [("search_path", PostgresNames.Quote(Schema))],
        ];
        var connection = await _connections.OpenAsync(isPooled ? [] : session, cancellationToken, settings.RunsCode).ConfigureAwait(false);
        IPostgresSession care = isPooled
            ? new PostgresBorrowedSession(connection, session, Lease)
            : new PostgresOwnSession(new(connection), Lease);
        return new PostgresScriptConnection(connection, Table, settings, DisplayName, care, Lease);
    }

    /// <inheritdoc/>
    public async Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        string[] own = [.. new[] { "", HistoryTable.JournalSuffix, PostgresLeaseTable.Suffix }.Select(suffix => _options.HistoryTable + suffix)];
        return await GuardAsync(() => PostgresSchemaText.ReadAsync(control, own, Schema, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableShape>> ReadTablesAsync(CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => PostgresTables.ReadAsync(control, Schema, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?[]>> ReadRowsAsync(TableShape table, string orderColumn, CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => PostgresTables.ReadRowsAsync(control, table, orderColumn, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ReadInvalidIndexesAsync(CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => new PostgresProbe(control).FindInvalidAsync(Schema, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken)
    {
        var control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => new PostgresProbe(control).DropInvalidAsync(Schema, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_lease is not null)
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }

        if (_control is not null)
        {
            await _control.DisposeAsync().ConfigureAwait(false);
        }

        if (OnDisposed is not null)
        {
            await OnDisposed().ConfigureAwait(false);
        }
    }

    private long LockKey => PostgresLock.KeyOf(_facts!.HistorySchema, _options.HistoryTable);

    private PostgresLease? Lease => _lease is { IsHeld: true } ? _lease : null;

    private PostgresLeaseTable LeaseTable => new(_facts!.HistorySchema, _options.HistoryTable);

    private static IEnumerable<PostgresPiece> MakeSchema(PostgresFacts facts) => facts.IsSchemaMissing
        ? [new($"create schema if not exists {PostgresNames.Quote(facts.HistorySchema)}")]
        : [];

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

    // Others may make it at the same time, which the server answers with a duplicate: then it is there.
    private async Task MakeLeaseTableAsync(PostgresFacts facts, CancellationToken cancellationToken)
    {
        if (facts.HasLeaseTable)
        {
            return;
        }

        var sender = new PostgresSender(await ControlAsync(cancellationToken).ConfigureAwait(false));
        foreach (var piece in (PostgresPiece[])[.. MakeSchema(facts), LeaseTable.Create])
        {
            if (await sender.SendAsync([piece], cancellationToken).ConfigureAwait(false) is { } failure
                && failure.ServerCode is not (PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable
                    or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateSchema))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw PostgresFailures.Unavailable(failure.Exception, DisplayName);
            }
        }

        _facts = facts with { HasLeaseTable = true, IsSchemaMissing = false };
    }

    private async Task<MigrationRefusedException> RefuseForeignAsync(string reason, Exception inner, CancellationToken cancellationToken)
    {
        var tool = await ForeignHistories.RecogniseAsync(this, _options.HistoryTable, cancellationToken).ConfigureAwait(false);
        return new([RunErrors.ForeignHistory(_options.HistoryTable, reason, tool)], inner);
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    // A connection that broke is opened anew, unless the lock went with it: then somebody else may hold it by now.
    private async Task<NpgsqlConnection> ControlAsync(CancellationToken cancellationToken)
    {
        if (_control is { State: not ConnectionState.Open } broken)
        {
            if (_lock is { IsHeld: true })
            {
                throw new DatabaseUnavailableException(
                    RunErrors.Unreachable(DisplayName, "the connection that held the migration lock is lost"), null);
            }

            await broken.DisposeAsync().ConfigureAwait(false);
            _control = null;
        }

        return _control ??= await _connections.OpenAsync(cancellationToken).ConfigureAwait(false);
    }
}
