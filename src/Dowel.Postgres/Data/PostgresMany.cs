using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>How many items go in which way.</summary>
internal static class PostgresMany
{
    /// <summary>From how many items on copy is faster than arrays.</summary>
    public const int CopyMin = 1_000;

    /// <summary>How many items go in one statement as arrays.</summary>
    public const int ChunkMax = 10_000;

    /// <summary>Whether all items go in one statement, so that all or none are kept without a transaction around it.</summary>
    public static bool FitsOne<TCommand, TItem>(in TCommand command, IReadOnlyCollection<TItem> items)
        where TCommand : struct, IManyCommand<TItem> => items.Count <= ChunkMax || command.Copy is not null;

    /// <summary>Puts the next items into a call's columns.</summary>
    /// <param name="call">The call.</param>
    /// <param name="command">How an item is written.</param>
    /// <param name="left">Stands at the first of them, and then at the last.</param>
    /// <returns>True.</returns>
    public static bool BindChunk<TCommand, TItem>(PostgresCall call, in TCommand command, IEnumerator<TItem> left)
        where TCommand : struct, IManyCommand<TItem>
    {
        call.Parameters.Clear();
        var columns = new PostgresWriter<PostgresColumnSink>(new(call.Parameters));
        var count = 0;
        do
        {
            columns.Sink.Restart();
            command.BindItem(left.Current, ref columns);
        }
        while (++count < ChunkMax && left.MoveNext());

        call.Slot.HasLists |= columns.Sink.HasLists;
        for (var i = 0; i < columns.Sink.Count && !columns.Sink.HasLists; i++)
        {
            call.Parameters.PutColumn(i);
        }

        var shared = new PostgresWriter<PostgresParameterSink>(new(call.Parameters, columns.Sink.Count));
        command.BindShared(ref shared);
        return true;
    }
}
