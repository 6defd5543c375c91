using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads history and journal in one round trip; used once.</summary>
internal sealed class PostgresHistoryReading(NpgsqlConnection connection, HistoryTable table)
{
    // As with opening a connection: to a server on this machine, to wait takes less time than to prepare for waiting.
    private readonly bool _blocks = PostgresConnections.IsLocal(connection.Host);

    private readonly List<AppliedScript> _scripts = [];
    private readonly List<JournalEntry> _journal = [];

    /// <summary>Reads.</summary>
    public async Task<History> ReadAsync(CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new PostgresPiece(table.SelectHistory).ToCommand(), new PostgresPiece(table.SelectJournal).ToCommand() },
        };
        await using var _ = batch.ConfigureAwait(false);
        try
        {
            using var interruption = _blocks ? cancellationToken.Register(batch.Cancel) : default;
            var reader = _blocks ? batch.ExecuteReader() : await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            while (await ReadRowAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                _scripts.Add(HistoryTable.ReadApplied(column => ReadText(reader, column)));
            }

            await ReadNextResultAsync(reader, cancellationToken).ConfigureAwait(false);
            while (await ReadRowAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                _journal.Add(HistoryTable.ReadJournal(column => ReadText(reader, column)!));
            }

            return new(Exists: true, _scripts, _journal);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.MessageText, error, cancellationToken);
        }
        catch (PostgresException error) when (PostgresFailures.IsMissingTable(error))
        {
            // A fresh database, or one whose journal somebody has dropped: what is missing is made before it is needed.
            return new(Exists: false, _scripts, _journal);
        }
    }

    private ValueTask<bool> ReadRowAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        _blocks ? new(reader.Read()) : new(reader.ReadAsync(cancellationToken));

    private ValueTask<bool> ReadNextResultAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        _blocks ? new(reader.NextResult()) : new(reader.NextResultAsync(cancellationToken));

    private static string? ReadText(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
