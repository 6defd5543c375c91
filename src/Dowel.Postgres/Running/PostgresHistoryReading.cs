using System.Globalization;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads facts, history and journal in one round trip.</summary>
internal sealed class PostgresHistoryReading(NpgsqlConnection connection, HistoryTable table, PostgresDatabaseOptions options)
{
    // All columns are text: to read other types the driver would first have to be taught all it knows, which takes longer
    // than everything else in a run that has nothing to do. Through a pooler the process that answers is not the one whose key the client was given.
    private const string Facts = """
        select pg_backend_pid()::text,
               coalesce((select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.oid = to_regclass($1)), nullif($2, ''), current_schema())::text,
               pg_is_in_recovery()::text,
               current_setting('transaction_read_only'),
               (to_regnamespace($3) is null)::text
        """;

    private readonly List<AppliedScript> _scripts = [];
    private readonly List<JournalEntry> _journal = [];

    /// <summary>Reads.</summary>
    public async Task<(PostgresFacts Facts, History History)> ReadAsync(CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var piece in Pieces())
        {
            batch.BatchCommands.Add(piece.ToCommand());
        }

        var facts = new PostgresFacts("public", IsSchemaMissing: false, IsComplete: false, IsPooled: false, null);
        try
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            facts = await ReadFactsAsync(reader, cancellationToken).ConfigureAwait(false);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                _scripts.Add(HistoryTable.ReadApplied(column => ReadText(reader, column)));
            }

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                _journal.Add(HistoryTable.ReadJournal(column => ReadText(reader, column)!));
            }

            facts = facts with { IsComplete = true };
        }
        catch (PostgresException error) when (PostgresFailures.IsMissingTable(error))
        {
            // A fresh database, or one whose journal somebody has dropped: what is missing is made before it is needed.
        }

        return (facts, new(facts.IsComplete, _scripts, _journal));
    }

    private IEnumerable<PostgresPiece> Pieces()
    {
        var name = PostgresNames.Quote(options.HistoryTable);
        var schema = options.Schema is null ? null : PostgresNames.Quote(options.Schema);
        yield return new(Facts) { Values = [schema is null ? name : $"{schema}.{name}", options.Schema ?? "", schema ?? "pg_catalog"] };
        yield return new(table.SelectHistory);
        yield return new(table.SelectJournal);
    }

    private async Task<PostgresFacts> ReadFactsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var isPooled = ReadText(reader, 0) != connection.ProcessID.ToString(CultureInfo.InvariantCulture);
        var reason = ReadText(reader, 2) == "true" ? "the server is a standby"
            : ReadText(reader, 3) == "on" ? "transactions are read-only for this user or database"
            : null;
        return new(ReadText(reader, 1) ?? "public", ReadText(reader, 4) == "true", IsComplete: false, isPooled, reason);
    }

    private static string? ReadText(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
