using System.Text;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Runs the <c>copy</c> statements that the client has a part in.</summary>
internal sealed class PostgresCopier(NpgsqlConnection connection)
{
    private const int BufferSize = 1 << 16;

    /// <summary>Sends the rows that stand in the script, or reads to their end those that the server sends.</summary>
    /// <returns>Null where all went well.</returns>
    public async Task<StatementFailure?> RunAsync(PostgresPiece piece, CancellationToken cancellationToken)
    {
        try
        {
            await (piece.Copy!.Value switch
            {
                { IsOutput: false, IsBinary: false } => WriteTextAsync(piece, cancellationToken),
                { IsOutput: false } => WriteBytesAsync(piece, cancellationToken),
                { IsBinary: false } => ReadTextAsync(piece, cancellationToken),
                _ => ReadBytesAsync(piece, cancellationToken),
            }).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            return PostgresFailures.Describe(error, piece);
        }

        return null;
    }

    private async Task WriteTextAsync(PostgresPiece piece, CancellationToken cancellationToken)
    {
        var writer = (NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(piece.Sql, cancellationToken).ConfigureAwait(false);
        await using var _ = writer.ConfigureAwait(false);
        try
        {
            await writer.WriteAsync(piece.Statement!.CopyText, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Disposing alone would commit the rows sent so far.
            await writer.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Text cannot hold that format; the server says so better than a rule here could.
    private async Task WriteBytesAsync(PostgresPiece piece, CancellationToken cancellationToken)
    {
        var rows = new byte[Encoding.UTF8.GetMaxByteCount(piece.Statement!.CopyText.Length)];
        var length = Encoding.UTF8.GetBytes(piece.Statement.CopyText.Span, rows);
        var stream = await connection.BeginRawBinaryCopyAsync(piece.Sql, cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(rows.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await stream.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadTextAsync(PostgresPiece piece, CancellationToken cancellationToken)
    {
        using var reader = await connection.BeginTextExportAsync(piece.Sql, cancellationToken).ConfigureAwait(false);
        var buffer = new char[BufferSize];
        while (await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    private async Task ReadBytesAsync(PostgresPiece piece, CancellationToken cancellationToken)
    {
        var stream = await connection.BeginRawBinaryCopyAsync(piece.Sql, cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }
}
