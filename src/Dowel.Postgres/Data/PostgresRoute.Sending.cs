using System.Runtime.CompilerServices;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <content>What one statement goes through.</content>
internal abstract partial class PostgresRoute
{
    /// <summary>Says by itself what must precede the next statement, if anything.</summary>
    protected async ValueTask OpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (TakeOpening() is { } opening)
        {
            var command = new NpgsqlCommand(opening, connection);
            await using var _ = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a command and puts the values in; sends nothing.</summary>
    private PostgresCall Bind<TCommand>(in TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, ICommand
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = calls.Rent(command.Statement);
        try
        {
            var writer = new PostgresWriter<PostgresParameterSink>(new(call.Parameters));
            command.Bind(ref writer);
            call.Guard?.Bind(command);
            return call;
        }
        catch
        {
            call.Slot.Return(call);
            throw;
        }
    }

    /// <summary>Enters, prepares where the connection has not, and runs; a stale plan is made anew once.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<NpgsqlDataReader> SendAsync(PostgresCall call, CancellationToken cancellationToken)
    {
        await EnterAsync(call, cancellationToken).ConfigureAwait(false);
        if (call.Guard is { } guard)
        {
            return call.Read(await SendGuardedAsync(guard, call, cancellationToken).ConfigureAwait(false));
        }

        call.Settle();
        if (TakeOpening() is { } opening)
        {
            return call.Read(await SendAfterAsync(opening, call, cancellationToken).ConfigureAwait(false));
        }

        for (var isRepeated = false; ; isRepeated = true)
        {
            try
            {
                if (prepares && !call.Command.IsPrepared)
                {
                    await call.Command.PrepareAsync(cancellationToken).ConfigureAwait(false);
                }

                call.Stage = StandsAlone ? call.Slot.Stage : PostgresStage.InTransaction;
                return call.Read(await call.Command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (PostgresException error) when (!isRepeated && StandsAlone && PostgresErrors.IsStalePlan(error))
            {
                await call.Command.UnprepareAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The same behind the words that say whose rows it may see.</summary>
    private async Task<NpgsqlDataReader> SendGuardedAsync(PostgresGuard guard, PostgresCall call, CancellationToken cancellationToken)
    {
        var connection = call.Command.Connection!;
        var opening = TakeOpening();
        for (var isRepeated = false; ; isRepeated = true)
        {
            try
            {
                if (prepares && opening is null)
                {
                    await guard.PrepareAsync(call.Command, cancellationToken).ConfigureAwait(false);
                }

                call.Stage = StandsAlone ? call.Slot.Stage : PostgresStage.InTransaction;
                return await guard.SendAsync(connection, opening, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException error) when (!isRepeated && StandsAlone && PostgresErrors.IsStalePlan(error))
            {
                await guard.UnprepareAsync(connection, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Sends words for the transaction and the statement, which is not prepared then, in one round trip.</summary>
    private static async Task<NpgsqlDataReader> SendAfterAsync(string opening, PostgresCall call, CancellationToken cancellationToken)
    {
        var command = new NpgsqlBatchCommand(call.Statement.Postgres);
        foreach (NpgsqlParameter parameter in call.Command.Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        var batch = new NpgsqlBatch(call.Command.Connection) { Timeout = call.Command.CommandTimeout, BatchCommands = { new(opening), command } };
        return await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>How many rows it inserted, changed or deleted.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<long> RunAsync(PostgresCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            var count = Math.Max(reader.RecordsAffected, 0);
            await reader.DisposeAsync().ConfigureAwait(false);
            return count;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes to a stream's next row; null after the last.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<NpgsqlDataReader?> NextAsync(PostgresCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reader = call.Reader ?? await SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                return reader;
            }

            await reader.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where the statement stood alone its connection takes another, once the reader is gone; in a failed transaction it does not.
    private async ValueTask<Exception> FailAsync(PostgresCall call, Exception error, CancellationToken cancellationToken)
    {
        if (!PostgresKeyColumns.IsNamed(error))
        {
            return Fail(call, new(error, []), cancellationToken);
        }

        if (call.Reader is { IsClosed: false } reader)
        {
            await AbandonAsync(call, reader).ConfigureAwait(false);
        }

        var columns = await calls.KeyColumns.FindAsync(error, StandsAlone ? call.Command.Connection : null).ConfigureAwait(false);
        return Fail(call, new(error, columns), cancellationToken);
    }

    // What writes may fail after its first row; what only reads is left as soon as there is one.
    private static ValueTask EndReadingAsync(PostgresCall call) => call.Slot.IsRead ? default : call.Reader!.DisposeAsync();

    /// <summary>Leaves rows that nobody wants, and gives everything back.</summary>
    private async ValueTask EndAsync(PostgresCall call)
    {
        if (call.Reader is { IsClosed: false } reader)
        {
            await AbandonAsync(call, reader).ConfigureAwait(false);
        }

        await LeaveAsync(call).ConfigureAwait(false);
        call.Slot.Return(call);
    }

    // The driver reads to the end before a connection can be used again, so a long rest is better stopped. Only reading can be: to stop
    // a statement that writes would undo it, and in a transaction all before it.
    private async ValueTask AbandonAsync(PostgresCall call, NpgsqlDataReader reader)
    {
        try
        {
            await DrainAsync(call, reader, StandsAlone && call.Slot.IsRead).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            // The caller has what it wants, or an exception of its own already.
        }
    }

    private static async ValueTask DrainAsync(PostgresCall call, NpgsqlDataReader reader, bool mayStop)
    {
        await using var _ = reader.ConfigureAwait(false);
        for (var isLeft = true; isLeft;)
        {
            var read = reader.ReadAsync(CancellationToken.None);
            if (mayStop && !read.IsCompleted)
            {
                call.Cancel();
                mayStop = false;
            }

            isLeft = await read.ConfigureAwait(false);
        }
    }
}
