using System.Runtime.CompilerServices;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>How statements reach the server: over connections of the pool, or over a transaction's own.</summary>
/// <remarks>
/// A call is bound, which sends nothing; entered, which gives it a connection; sent; and left. Each generic method is compiled for its query,
/// so columns and parameters cost no virtual call. Its state machines are pooled.
/// </remarks>
internal abstract partial class PostgresRoute(PostgresCallPool calls, bool prepares)
{
    /// <summary>Reads the first row.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var call = Bind(query, cancellationToken);
        try
        {
            var reader = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? TQuery.Read(new PostgresRow(reader, call.Types)) : default;
            await EndReadingAsync(call).ConfigureAwait(false);
            return result;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the one row that there is sure to be.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> SingleAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var call = Bind(query, cancellationToken);
        try
        {
            var reader = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new NoRowException(query.Statement);
            }

            var result = TQuery.Read(new PostgresRow(reader, call.Types));
            await EndReadingAsync(call).ConfigureAwait(false);
            return result;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all rows.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<List<TResult>> ListAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var call = Bind(query, cancellationToken);
        try
        {
            var reader = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            var rows = new List<TResult>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(TQuery.Read(new PostgresRow(reader, call.Types)));
            }

            await reader.DisposeAsync().ConfigureAwait(false);
            return rows;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Reads rows as they are asked for.</summary>
    public async IAsyncEnumerable<TResult> StreamAsync<TQuery, TResult>(
        TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var call = Bind(query, cancellationToken);
        try
        {
            while (await NextAsync(call, cancellationToken).ConfigureAwait(false) is { } reader)
            {
                yield return TQuery.Read(new PostgresRow(reader, call.Types));
            }
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it inserted, changed or deleted.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<long> ExecuteAsync<TCommand>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, ICommand
    {
        var call = Bind(command, cancellationToken);
        try
        {
            return await RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Inserts a row or changes the one that is there; the statement gives whether it is new.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<UpsertResult> UpsertAsync<TCommand>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IUpsertCommand
    {
        var call = Bind(command, cancellationToken);
        try
        {
            var reader = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            var result = !await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? UpsertResult.Unchanged
                : new PostgresRow(reader, call.Types).GetBoolean(0) ? UpsertResult.Inserted
                : UpsertResult.Updated;
            await reader.DisposeAsync().ConfigureAwait(false);
            return result;
        }
        catch (PostgresException error) when (call.Guard is not null && StandsAlone && PostgresErrors.IsGuarded(error))
        {
            // The row that is there is another owner's, and the server says so where it otherwise hides such rows.
            return UpsertResult.Unchanged;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a bound call a connection.</summary>
    protected abstract ValueTask EnterAsync(PostgresCall call, CancellationToken cancellationToken);

    /// <summary>Takes what must be said before the next statement, if anything.</summary>
    protected virtual string? TakeOpening() => null;

    /// <summary>Takes the connection back; throws nothing.</summary>
    protected abstract ValueTask LeaveAsync(PostgresCall call);

    /// <summary>Takes note of a failure.</summary>
    /// <returns>The exception to throw.</returns>
    protected abstract Exception Fail(PostgresCall call, PostgresFailure failure, CancellationToken cancellationToken);

    /// <summary>Whether each statement stands alone, so that it may be stopped, or sent once more where its plan has gone stale.</summary>
    protected abstract bool StandsAlone { get; }
}
