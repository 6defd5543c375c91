using System.Runtime.CompilerServices;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>A SQLite database that repositories work on.</summary>
/// <remarks>
/// One connection writes, and who wants to write waits in line for it; others read beside it. A statement goes to whichever it needs,
/// as the engine says when it is first prepared. Statements run on the caller's thread. A database in memory has one connection for
/// all, and a stream from it is read to its end before the first row is given.
/// </remarks>
public sealed class SqliteDatabase : Database
{
    private readonly SqliteFile _file;
    private readonly SqlitePool _writer;
    private readonly SqlitePool _readers;
    private SqliteRoute[] _routes = new SqliteRoute[64];

    private SqliteDatabase(SqliteFile file, SqliteDatabaseOptions options)
    {
        _file = file;
        _writer = new($"{file.Name} writer", file.OpenWriter, linksMax: 1, options.QueueTimeout);
        _readers = file.IsMemory ? _writer : new($"{file.Name} readers", file.OpenReader, options.ReadersMax, options.QueueTimeout);
    }

    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    /// <inheritdoc/>
    public override string DisplayName => _file.DisplayName;

    /// <inheritdoc/>
    public override IReadOnlyList<PoolUsage> Pools => _readers == _writer ? [_writer.Usage] : [_writer.Usage, _readers.Usage];

    /// <summary>Names a database; its file is opened by the first statement, and made then unless the connection string says otherwise.</summary>
    /// <param name="connectionString">A Microsoft.Data.Sqlite connection string.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>The database.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static SqliteDatabase Open(string connectionString, SqliteDatabaseOptions? options = null)
    {
        options ??= new();
        return new(new(connectionString, options), options);
    }

    /// <inheritdoc/>
    public override async ValueTask<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reads = options?.Access == TransactionAccess.ReadOnly;
        var pool = reads ? _readers : _writer;
        var link = await RentAsync(pool, SqliteCommands.Begin, cancellationToken).ConfigureAwait(false);
        var isShared = reads && pool == _writer;
        try
        {
            if (isShared)
            {
                await link.RunAsync<RunStatement, bool>(new(SqliteCommands.RefuseWrites), cancellationToken).ConfigureAwait(false);
            }

            var begin = new RunStatement(reads || link.IsReadOnly ? SqliteCommands.Begin : SqliteCommands.BeginWrite);
            await link.RunAsync<RunStatement, bool>(begin, cancellationToken).ConfigureAwait(false);
            link.IsInTransaction = true;
            return new SqliteDataTransaction(pool, link, isShared);
        }
        catch
        {
            link.EndTransaction(isShared);
            pool.Return(link);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<TimeSpan> PingAsync(CancellationToken cancellationToken = default)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await RunAsync<RunStatement, bool>(_readers, new(SqliteCommands.Ping), cancellationToken).ConfigureAwait(false);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public override async ValueTask<ServerFacts> ReadFactsAsync(CancellationToken cancellationToken = default)
    {
        var link = await RentAsync(_readers, SqliteCommands.Ping, cancellationToken).ConfigureAwait(false);
        try
        {
            await link.RunAsync<RunStatement, bool>(new(SqliteCommands.Ping), cancellationToken).ConfigureAwait(false);
            return new(DatabaseEngine.Sqlite, SQLitePCL.raw.sqlite3_libversion().utf8_to_string(), _file.Name, !link.IsReadOnly);
        }
        finally
        {
            _readers.Return(link);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The one that writes comes last: the engine then moves what is in the log into the file.</remarks>
    public override async ValueTask DisposeAsync()
    {
        await _readers.CloseAsync().ConfigureAwait(false);
        await _writer.CloseAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        RunAsync<RunCommand<TCommand>, long>(new(command), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 0
            ? new(0)
            : RunAsync<RunMany<TCommand, TItem>, long>(_writer, new(command, items, SqliteFrame.Transaction), cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        RunAsync<RunUpsert<TCommand>, UpsertResult>(_writer, new(command, SqliteFrame.Transaction), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TResult : default =>
        RunAsync<ReadFirst<TQuery, TResult>, TResult?>(new(query, RowNeed.Optional), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        RunAsync<ReadFirst<TQuery, TResult>, TResult?>(new(query, RowNeed.Required), cancellationToken)!;

    /// <inheritdoc/>
    public override ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        RunAsync<ReadList<TQuery, TResult>, List<TResult>>(new(query), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default) =>
        _readers == _writer ? ReadAsync<TQuery, TResult>(query, cancellationToken) : StreamRowsAsync<TQuery, TResult>(query, cancellationToken);

    private async IAsyncEnumerable<TResult> StreamRowsAsync<TQuery, TResult>(
        TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var pool = PoolFor(query.Statement) ?? await AskAsync(query.Statement, cancellationToken).ConfigureAwait(false);
        var link = await RentAsync(pool, query.Statement, cancellationToken).ConfigureAwait(false);
        var stream = new SqliteStream<TQuery, TResult>(link, query);
        try
        {
            while (await stream.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return stream.Current;
            }
        }
        finally
        {
            stream.Close();
            pool.Return(link);
        }
    }

    // Held by a stream, the one connection would keep its reader from everything else.
    private async IAsyncEnumerable<TResult> ReadAsync<TQuery, TResult>(TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        foreach (var result in await ListAsync<TQuery, TResult>(query, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
        }
    }

    private ValueTask<TResult> RunAsync<TWork, TResult>(TWork work, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult> =>
        PoolFor(work.Statement) is { } pool
            ? RunAsync<TWork, TResult>(pool, work, cancellationToken)
            : AskAndRunAsync<TWork, TResult>(work, cancellationToken);

    private async ValueTask<TResult> AskAndRunAsync<TWork, TResult>(TWork work, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult>
    {
        var pool = await AskAsync(work.Statement, cancellationToken).ConfigureAwait(false);
        return await RunAsync<TWork, TResult>(pool, work, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<TResult> RunAsync<TWork, TResult>(SqlitePool pool, TWork work, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult>
    {
        var link = pool.TryRent() ?? await pool.RentAsync(work.Statement, cancellationToken).ConfigureAwait(false);
        try
        {
            return await link.RunAsync<TWork, TResult>(in work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            pool.Return(link);
        }
    }

    private static async ValueTask<SqliteLink> RentAsync(SqlitePool pool, Statement statement, CancellationToken cancellationToken) =>
        pool.TryRent() ?? await pool.RentAsync(statement, cancellationToken).ConfigureAwait(false);

    private SqlitePool? PoolFor(Statement statement)
    {
        var routes = _routes;
        return _readers == _writer ? _writer
            : (uint)statement.Number >= (uint)routes.Length ? null
            : routes[statement.Number] switch
            {
                SqliteRoute.Reader => _readers,
                SqliteRoute.Writer => _writer,
                _ => null,
            };
    }

    private async ValueTask<SqlitePool> AskAsync(Statement statement, CancellationToken cancellationToken)
    {
        var reads = await RunAsync<AskWhetherReads, bool>(_readers, new(statement), cancellationToken).ConfigureAwait(false);
        lock (_writer)
        {
            if (statement.Number >= _routes.Length)
            {
                Array.Resize(ref _routes, Math.Max(statement.Number + 1, _routes.Length * 2));
            }

            _routes[statement.Number] = reads ? SqliteRoute.Reader : SqliteRoute.Writer;
        }

        return reads ? _readers : _writer;
    }
}
