using System.Diagnostics;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database for repositories: pooled connections, each of which keeps the statements it has run prepared.</summary>
/// <remarks>
/// Where the connection string names several hosts, statements and transactions go to the primary, and those of <see cref="Standby"/> rather to
/// a standby.
/// </remarks>
public sealed class PostgresDatabase : Database
{
    private const string FactsSql =
        "select current_setting('server_version'), current_database(), not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

    private static readonly TransactionOptions Once = new() { AttemptsMax = 1 };

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource? _owned;
    private readonly PostgresDatabaseOptions _options;
    private readonly PostgresCallPool _calls;
    private readonly PostgresPoolRoute _route;
    private readonly PostgresDatabase? _standby;

    /// <summary>Uses a data source that somebody else has made, for passwords that change and other settings that no connection string has.</summary>
    /// <param name="source">The source; it stays its maker's, who disposes of it, and it must support arrays.</param>
    /// <param name="options">Time limit and preparation; the schema is the source's. Null for the defaults.</param>
    /// <remarks>
    /// It should say <c>No Reset On Close=true</c>, or every statement pays for a reset that Dowel does not need. It should not say
    /// <c>Include Error Detail=true</c>: the driver's traces would then show values of rows.
    /// </remarks>
    public PostgresDatabase(NpgsqlDataSource source, PostgresDatabaseOptions? options = null)
        : this(source, options ?? new(), owned: null)
    {
    }

    private PostgresDatabase(NpgsqlDataSource source, PostgresDatabaseOptions options, NpgsqlDataSource? owned, NpgsqlDataSource? standby = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _owned = owned;
        _options = options;
        DisplayName = PostgresSource.DisplayName(source.ConnectionString);
        _calls = new(source, options.StatementTimeout);
        _route = new(_calls, options.Prepare, DisplayName);
        _standby = standby is null ? null : new(standby, options, owned: null);
    }

    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Postgres;

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    public override Session Standby => _standby ?? (Session)this;

    /// <summary>Opens a database; the first connection is made when the first statement is sent.</summary>
    /// <param name="connectionString">How Npgsql connects: <c>Host=…;Database=…;Username=…</c>. Several hosts are separated by commas.</param>
    /// <param name="options">Schema, time limit and preparation; null for the defaults.</param>
    /// <returns>The database; keep it for as long as the process lives.</returns>
    /// <exception cref="ArgumentException">There is no such setting in a connection string.</exception>
    public static PostgresDatabase Open(string connectionString, PostgresDatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        options ??= new();
        var (primary, standby, owned) = PostgresSource.Build(connectionString, options);
        return new(primary, options, owned, standby);
    }

    /// <inheritdoc/>
    public override async ValueTask<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await PostgresTransaction.BeginAsync(connection, options ?? TransactionOptions.Default, _calls, _options).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw PostgresErrors.Translate(new(error, []), new(PostgresStage.Connecting, DisplayName, Statement: null, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        _route.ExecuteAsync(command, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return PostgresMany.FitsOne(command, items)
            ? _route.ExecuteManyAsync(command, items, cancellationToken)
            : new(TransactAsync((transaction, token) => transaction.ExecuteManyAsync(command, items, token).AsTask(), Once, cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        _route.UpsertAsync(command, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TResult : default => _route.FirstOrDefaultAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _route.SingleAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _route.ListAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _route.StreamAsync<TQuery, TResult>(query, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<TimeSpan> PingAsync(CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        await AskAsync(new("select 1"), _ => true, cancellationToken).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public override async ValueTask<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken = default) => await AskAsync(
        new(FactsSql),
        reader => new ServerFacts(DatabaseEngine.Postgres, reader.GetString(0).Split(' ')[0], reader.GetString(1), reader.GetBoolean(2)),
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask RequireRowSecurityAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var answer = await AskAsync(PostgresRoleCheck.Ask(tables), PostgresRoleCheck.Read, cancellationToken).ConfigureAwait(false);
        if (answer.Refusal() is { } refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _calls.Cancel();
        if (_standby is not null)
        {
            await _standby.DisposeAsync().ConfigureAwait(false);
        }

        if (_owned is not null)
        {
            await _owned.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<TAnswer> AskAsync<TAnswer>(NpgsqlCommand command, Func<NpgsqlDataReader, TAnswer> read, CancellationToken cancellationToken)
    {
        var stage = PostgresStage.Connecting;
        try
        {
            var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            stage = PostgresStage.Reading;
            command.Connection = connection;
            await using var __ = command.ConfigureAwait(false);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ___ = reader.ConfigureAwait(false);
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return read(reader);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw PostgresErrors.Translate(new(error, []), new(stage, DisplayName, Statement: null, cancellationToken));
        }
    }
}
