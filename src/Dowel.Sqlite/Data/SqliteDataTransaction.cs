using System.Data.Common;
using System.Runtime.CompilerServices;
using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>A transaction on one of a database's connections, which goes back when it has ended.</summary>
/// <param name="pool">Where the connection goes back to.</param>
/// <param name="link">The connection; the engine has begun a transaction on it.</param>
/// <param name="isShared">Whether the connection refuses writes for this transaction alone.</param>
internal sealed class SqliteDataTransaction(SqlitePool pool, SqliteLink link, bool isShared) : Transaction
{
    private static readonly TimeSpan StandstillRound = TimeSpan.FromMilliseconds(1);

    private Action? _closeStream;
    private int _parts;
    private int _isRunning;
    private bool _isSpoiled;
    private bool _isEnded;

    /// <inheritdoc/>
    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    /// <inheritdoc/>
    public override DbConnection Connection => link.Connection;

    /// <inheritdoc/>
    public override DbTransaction DbTransaction
    {
        get
        {
            ThrowIfEnded();
            return link.Connection.ShareTransaction();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfEnded();
        ThrowIfInPart();
        try
        {
            await RunAsync<RunStatement, bool>(new(SqliteCommands.Commit), CancellationToken.None).ConfigureAwait(false);
            link.IsInTransaction = false;
        }
        catch (DatabaseException)
        {
            // As on PostgreSQL, what could not be committed is over.
            _isSpoiled = true;
            await EndAsync().ConfigureAwait(false);
            throw;
        }

        await EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isEnded && _isSpoiled)
        {
            return default;
        }

        ThrowIfEnded();
        ThrowIfInPart();
        return EndAsync();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => EndAsync();

    /// <inheritdoc/>
    public override async Task<TResult> TransactAsync<TResult>(
        Func<Transaction, CancellationToken, Task<TResult>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await RunAsync<RunStatement, bool>(new(SqliteCommands.Savepoint), cancellationToken).ConfigureAwait(false);
        _parts++;
        try
        {
            var result = await work(this, cancellationToken).ConfigureAwait(false);
            await RunAsync<RunStatement, bool>(new(SqliteCommands.Release), CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch
        {
            UndoPart();
            throw;
        }
        finally
        {
            _parts--;
        }
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
            : RunAsync<RunMany<TCommand, TItem>, long>(new(command, items, SqliteFrame.Part), cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default) =>
        RunAsync<RunUpsert<TCommand>, UpsertResult>(new(command, SqliteFrame.Part), cancellationToken);

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
        StreamRowsAsync<TQuery, TResult>(query, cancellationToken);

    private async IAsyncEnumerable<TResult> StreamRowsAsync<TQuery, TResult>(
        TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter(query.Statement);
        var stream = new SqliteStream<TQuery, TResult>(link, query);
        _closeStream = stream.Close;
        try
        {
            while (await MoveNextAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                yield return stream.Current;
            }
        }
        finally
        {
            stream.Close();
            _closeStream = null;
            Leave();
        }
    }

    private async ValueTask<bool> MoveNextAsync<TQuery, TResult>(SqliteStream<TQuery, TResult> stream, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        try
        {
            return await stream.MoveNextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsSpoiledBy(failure))
        {
            throw;
        }
    }

    private async ValueTask<TResult> RunAsync<TWork, TResult>(TWork work, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult>
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter(work.Statement);
        try
        {
            return await link.RunAsync<TWork, TResult>(in work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (TWork.IsSpoiledByAll ? Spoil() : IsSpoiledBy(failure))
        {
            throw;
        }
        finally
        {
            Leave();
        }
    }

    private bool Spoil()
    {
        _isSpoiled = true;
        return false;
    }

    // What the engine did well and the code could not take leaves the transaction as it was.
    private bool IsSpoiledBy(Exception failure)
    {
        _isSpoiled |= failure is (DatabaseException or OperationCanceledException) and not (NoRowException or UnexpectedValueException);
        return false;
    }

    private void Enter(Statement statement)
    {
        ThrowIfEnded();
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
        {
            throw new InvalidOperationException($"{statement} came while another statement of its transaction was running; a stream runs until it is disposed of.");
        }

        if (_isSpoiled)
        {
            Leave();
            throw new TransactionSpoiledException(statement == SqliteCommands.Commit ? null : statement);
        }
    }

    private void Leave() => Volatile.Write(ref _isRunning, 0);

    private void UndoPart()
    {
        _closeStream?.Invoke();
        if (!_isEnded && link.UndoPart())
        {
            _isSpoiled = false;
        }
    }

    private async ValueTask EndAsync()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        _closeStream?.Invoke();

        // A statement that nobody has waited for must not run on where its transaction is no more.
        while (_closeStream is null && Interlocked.Exchange(ref _isRunning, 1) != 0)
        {
            await Task.Delay(StandstillRound, CancellationToken.None).ConfigureAwait(false);
        }

        try
        {
            link.EndTransaction(isShared);
        }
        finally
        {
            pool.Return(link);
        }
    }

    private void ThrowIfEnded()
    {
        if (_isEnded)
        {
            throw new InvalidOperationException("The transaction has ended.");
        }
    }

    private void ThrowIfInPart()
    {
        if (_parts > 0)
        {
            throw new InvalidOperationException("Work behind a savepoint cannot end the transaction; let it return, or throw.");
        }
    }
}
