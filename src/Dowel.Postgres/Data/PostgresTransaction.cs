using System.Data;
using System.Data.Common;
using System.Globalization;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A transaction on a connection of the pool.</summary>
/// <remarks>
/// <c>begin</c> travels with the first statement. After <c>commit</c> the server says nothing if the transaction had failed before, so the state is
/// kept here; and once other code has had the connection, the server is asked.
/// </remarks>
internal sealed class PostgresTransaction : Transaction
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly PostgresTransactionRoute _route;
    private readonly PostgresKeyColumns _keys;
    private bool _isShared;
    private bool _hasFailed;
    private int _depth;

    private PostgresTransaction(
        NpgsqlConnection connection, NpgsqlTransaction transaction, PostgresTransactionRoute route, PostgresKeyColumns keys)
    {
        _keys = keys;
        _connection = connection;
        _transaction = transaction;
        _route = route;
    }

    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Postgres;

    /// <inheritdoc/>
    public override DbConnection Connection
    {
        get
        {
            Share();
            return _connection;
        }
    }

    /// <inheritdoc/>
    public override DbTransaction DbTransaction
    {
        get
        {
            Share();
            return _transaction;
        }
    }

    /// <summary>Begins a transaction; nothing is sent yet.</summary>
    /// <param name="connection">An open connection, which the transaction gives back.</param>
    /// <param name="options">Isolation and access.</param>
    /// <param name="calls">The database's commands.</param>
    /// <param name="database">The database's options.</param>
    public static async ValueTask<PostgresTransaction> BeginAsync(
        NpgsqlConnection connection, TransactionOptions options, PostgresCallPool calls, PostgresDatabaseOptions database)
    {
        var isolation = options.Isolation switch
        {
            Isolation.Serializable => IsolationLevel.Serializable,
            Isolation.Snapshot => IsolationLevel.RepeatableRead,
            _ => IsolationLevel.ReadCommitted,
        };
        var transaction = await connection.BeginTransactionAsync(isolation, CancellationToken.None).ConfigureAwait(false);
        var opening = options.Access == TransactionAccess.ReadOnly ? "set transaction read only" : null;
        return new(connection, transaction, new(calls, database.Prepare, connection, opening), calls.KeyColumns);
    }

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        _route.ExecuteAsync(command, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken = default) =>
        _route.ExecuteManyAsync(command, items, cancellationToken);

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
    public override async Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        var name = $"dowel_{(_depth + 1).ToString(CultureInfo.InvariantCulture)}";
        await SaveAsync(name, cancellationToken).ConfigureAwait(false);
        _depth++;
        try
        {
            var result = await work(this, cancellationToken).ConfigureAwait(false);
            await SendAsync($"release savepoint {name}", cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch
        {
            await UndoAsync(name).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _depth--;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefuseInSavepoint();
        try
        {
            _route.Check(statement: null);
            await SendCommitAsync().ConfigureAwait(false);
        }
        catch (NpgsqlOperationInProgressException error)
        {
            // Nothing was sent.
            throw Translate(error, []);
        }
        catch (DatabaseException)
        {
            await FailAsync().ConfigureAwait(false);
            throw;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            var columns = await _keys.FindAsync(error, _connection).ConfigureAwait(false);
            await FailAsync().ConfigureAwait(false);
            throw Translate(error, columns);
        }

        await CloseAsync().ConfigureAwait(false);

        static Exception Translate(Exception error, IReadOnlyList<string> columns) =>
            PostgresErrors.Translate(new(error, columns), new(PostgresStage.Committing, "", Statement: null, CancellationToken.None));
    }

    /// <inheritdoc/>
    public override async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_hasFailed)
        {
            return;
        }

        RefuseInSavepoint();
        if (_route.State == PostgresTransactionState.Ended)
        {
            throw new InvalidOperationException("The transaction has ended.");
        }

        await CloseAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _route.State == PostgresTransactionState.Ended ? default : CloseAsync();

    // A commit in a failed transaction rolls back and succeeds. A savepoint before it fails there, and after the end of the transaction too;
    // the two make one round trip.
    private async Task SendCommitAsync()
    {
        if (!_isShared)
        {
            await (_route.IsBegun ? _transaction.CommitAsync(CancellationToken.None) : Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        var batch = new NpgsqlBatch(_connection);
        await using var _ = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(new("savepoint dowel_commit"));
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // What could not be committed is over.
    private ValueTask FailAsync()
    {
        _hasFailed = true;
        return CloseAsync();
    }

    // What is not committed is rolled back as the connection goes back to the pool. A connection that is lost has rolled back too.
    private async ValueTask CloseAsync()
    {
        _route.State = PostgresTransactionState.Ended;
        try
        {
            await _connection.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            // Broken; the pool drops it.
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    // Travels with the next statement.
    private async Task SaveAsync(string savepoint, CancellationToken cancellationToken)
    {
        _route.Check(statement: null);
        try
        {
            await _route.BeginAsync(cancellationToken).ConfigureAwait(false);
            await _transaction.SaveAsync(savepoint, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw _route.Fail(new(error, []), statement: null, cancellationToken);
        }
    }

    private async Task UndoAsync(string savepoint)
    {
        if (_route.State is not (PostgresTransactionState.Open or PostgresTransactionState.Spoiled)
            || _connection.State == ConnectionState.Closed)
        {
            return;
        }

        _route.State = PostgresTransactionState.Open;
        try
        {
            await SendAsync($"rollback to savepoint {savepoint}; release savepoint {savepoint}", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is DatabaseException or InvalidOperationException)
        {
            // The transaction is lost, or a stream was left open and the part cannot be undone; the failure that led here is the one to throw.
            _route.Spoil();
        }
    }

    private async Task SendAsync(string sql, CancellationToken cancellationToken)
    {
        _route.Check(statement: null);
        try
        {
            await _route.BeginAsync(cancellationToken).ConfigureAwait(false);
            var command = new NpgsqlCommand(sql, _connection);
            await using var _ = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw _route.Fail(new(error, []), statement: null, cancellationToken);
        }
    }

    // Other code sends what it likes, so what must precede the first statement cannot wait for one of ours.
    private void Share()
    {
        _isShared = true;
        if (_route.State == PostgresTransactionState.Open)
        {
            _route.Begin();
        }
    }

    private void RefuseInSavepoint()
    {
        if (_depth > 0)
        {
            throw new InvalidOperationException("What runs in a savepoint cannot end the transaction; return from it, or throw.");
        }
    }
}
