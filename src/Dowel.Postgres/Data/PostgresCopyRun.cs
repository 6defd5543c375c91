using System.Buffers.Binary;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sends rows by <c>copy … from stdin (format binary)</c>, written straight into the protocol's own form.</summary>
/// <remarks>The form: PostgreSQL 18 docs, COPY, "Binary Format".</remarks>
internal static class PostgresCopyRun
{
    private const int PieceBytes = 1 << 16;
    private const int HeaderBytes = 19;

    /// <summary>Sends all items, or none if anything fails on the way.</summary>
    public static async Task SendAsync<TCommand, TItem>(
        NpgsqlConnection connection, string copy, TCommand command, IReadOnlyCollection<TItem> items, CancellationToken cancellationToken)
        where TCommand : struct, IManyCommand<TItem>
    {
        using var buffer = new PostgresCopyBuffer(PieceBytes);
        var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        try
        {
            WriteHeader(buffer);
            foreach (var item in items)
            {
                WriteRow(buffer, command, item);
                if (buffer.Length >= PieceBytes)
                {
                    await stream.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
                    buffer.Clear();
                }
            }

            BinaryPrimitives.WriteInt16BigEndian(buffer.Take(sizeof(short)), -1);
            await stream.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Disposing alone would keep the rows sent so far.
            await stream.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static void WriteHeader(PostgresCopyBuffer buffer)
    {
        var header = buffer.Take(HeaderBytes);
        header.Clear();
        "PGCOPY\n"u8.CopyTo(header);
        header[7] = 0xFF;
        "\r\n"u8.CopyTo(header[8..]);
    }

    private static void WriteRow<TCommand, TItem>(PostgresCopyBuffer buffer, in TCommand command, TItem item)
        where TCommand : struct, IManyCommand<TItem>
    {
        var start = buffer.Length;
        buffer.Take(sizeof(short));
        var row = new PostgresWriter<PostgresCopySink>(new(buffer));
        command.BindItem(item, ref row);
        command.BindShared(ref row);
        BinaryPrimitives.WriteInt16BigEndian(buffer.At(start), (short)row.Sink.Count);
    }
}
