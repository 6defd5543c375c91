using Dowel.Data;

namespace Dowel.Postgres;

/// <content>Statements for many items.</content>
internal abstract partial class PostgresRoute
{
    /// <summary>Sends all items: as arrays to be unnested, or by copy where that is faster.</summary>
    /// <returns>How many rows were inserted, changed or deleted.</returns>
    public async ValueTask<long> ExecuteManyAsync<TCommand, TItem>(
        TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken)
        where TCommand : struct, IManyCommand<TItem>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (items.Count == 0)
        {
            return 0;
        }

        var call = calls.Rent(command.Statement);
        try
        {
            call.Guard?.BindMany<TCommand, TItem>(command);
            return command.Copy is not null && (items.Count >= PostgresMany.CopyMin || call.Slot.HasLists)
                ? await CopyAsync(call, command, items, cancellationToken).ConfigureAwait(false)
                : await UnnestAsync(call, command, items, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(call).ConfigureAwait(false);
        }
    }

    /// <summary>Takes note that not all items could be given; some of them may have been sent.</summary>
    public virtual void Spoil()
    {
    }

    private async Task<long> UnnestAsync<TCommand, TItem>(
        PostgresCall call, TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken)
        where TCommand : struct, IManyCommand<TItem>
    {
        var count = 0L;
        using var left = items.GetEnumerator();
        while (BindNext(call, command, left))
        {
            if (call.Slot.HasLists)
            {
                return await CopyAsync(call, command, items, cancellationToken).ConfigureAwait(false);
            }

            count += await RunAsync(call, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    private bool BindNext<TCommand, TItem>(PostgresCall call, in TCommand command, IEnumerator<TItem> left)
        where TCommand : struct, IManyCommand<TItem>
    {
        try
        {
            return left.MoveNext() && PostgresMany.BindChunk(call, command, left);
        }
        catch
        {
            Spoil();
            throw;
        }
    }

    private async Task<long> CopyAsync<TCommand, TItem>(
        PostgresCall call, TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken)
        where TCommand : struct, IManyCommand<TItem>
    {
        var copy = command.Copy
            ?? throw new NotSupportedException($"{command.Statement.Name}: rows with an array column can be sent in numbers by copy alone.");
        try
        {
            await EnterAsync(call, cancellationToken).ConfigureAwait(false);
            await OpenAsync(call.Command.Connection!, cancellationToken).ConfigureAwait(false);
            call.Stage = StandsAlone ? PostgresStage.Writing : PostgresStage.InTransaction;
            await PostgresCopyRun.SendAsync(call.Command.Connection!, copy, command, items, cancellationToken).ConfigureAwait(false);
            return items.Count;
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            throw await FailAsync(call, error, cancellationToken).ConfigureAwait(false);
        }
        catch when (call.Stage != PostgresStage.Connecting)
        {
            Spoil();
            throw;
        }
    }
}
