using System.Globalization;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads facts, history and journal in one round trip.</summary>
internal sealed class PostgresHistoryReading(NpgsqlConnection connection, HistoryTable table, PostgresDatabaseOptions options)
{
    // All columns are text: to read other types the driver would first have to be taught all it knows, which takes longer
    // than everything else in a run that has nothing to do. Through a pooler the process that answers is not the one whose
    // key the client was given.
    private const string Facts = """
        select pg_backend_pid()::text, place.name::text, pg_is_in_recovery()::text, current_setting('transaction_read_only'),
               (to_regnamespace($3) is null)::text, version(), current_user::text, current_database()::text,
               has_database_privilege(current_database(), 'create')::text,
               coalesce(has_schema_privilege(to_regnamespace(quote_ident(place.name)), 'create'), true)::text,
               (to_regclass(quote_ident(place.name) || '.' || quote_ident($4 || '_lease')) is not null)::text,
               (select string_agg(format('%I.%I', place.name, own.name) || ':' || own.missing, '|')
                from (select $4 || suffix as name, concat_ws(', ',
                             case when not has_table_privilege(oid, 'select') then 'SELECT' end,
                             case when not has_table_privilege(oid, 'insert') then 'INSERT' end,
                             case when not has_table_privilege(oid, 'update') then 'UPDATE' end,
                             case when not has_table_privilege(oid, 'delete') and suffix <> '_lease' then 'DELETE' end) as missing
                      from (values (''), ('_journal'), ('_lease')) as parts(suffix),
                           lateral (select to_regclass(quote_ident(place.name) || '.' || quote_ident($4 || suffix))::oid as oid) as found
                      where oid is not null) as own
                where own.missing <> '')
        from (select coalesce((select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               where c.oid = to_regclass($1)), nullif($2, ''), current_schema(), 'public')::text as name) as place
        """;

    // As with opening a connection: to a server on this machine, to wait takes less time than to prepare for waiting.
    private readonly bool _blocks = PostgresConnections.IsLocal(connection.Host);

    private readonly List<AppliedScript> _scripts = [];
    private readonly List<JournalEntry> _journal = [];

    /// <summary>What has been read of the database, also where reading its history has failed; null before that.</summary>
    public PostgresFacts? Found { get; private set; }

    /// <summary>Reads.</summary>
    public async Task<(PostgresFacts Facts, History History)> ReadAsync(CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var piece in Pieces())
        {
            batch.BatchCommands.Add(piece.ToCommand());
        }

        try
        {
            using var interruption = _blocks ? cancellationToken.Register(batch.Cancel) : default;
            var reader = _blocks ? batch.ExecuteReader() : await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            await ReadRowAsync(reader, cancellationToken).ConfigureAwait(false);
            Found = DescribeFacts(reader);
            await ReadNextResultAsync(reader, cancellationToken).ConfigureAwait(false);
            while (await ReadRowAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                _scripts.Add(HistoryTable.ReadApplied(column => ReadText(reader, column)));
            }

            await ReadNextResultAsync(reader, cancellationToken).ConfigureAwait(false);
            while (await ReadRowAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                _journal.Add(HistoryTable.ReadJournal(column => ReadText(reader, column)!));
            }

            Found = Found with { IsComplete = true };
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.MessageText, error, cancellationToken);
        }
        catch (PostgresException error) when (Found is not null && PostgresFailures.IsMissingTable(error))
        {
            // A fresh database, or one whose journal somebody has dropped: what is missing is made before it is needed.
        }

        return (Found, new(Found.IsComplete, _scripts, _journal));
    }

    private IEnumerable<PostgresPiece> Pieces()
    {
        var name = PostgresNames.Quote(options.HistoryTable);
        var schema = options.Schema is null ? null : PostgresNames.Quote(options.Schema);
        yield return new(Facts)
        {
            Values = [schema is null ? name : $"{schema}.{name}", options.Schema ?? "", schema ?? "pg_catalog", options.HistoryTable],
        };
        yield return new(table.SelectHistory);
        yield return new(table.SelectJournal);
    }

    private ValueTask<bool> ReadRowAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        _blocks ? new(reader.Read()) : new(reader.ReadAsync(cancellationToken));

    private ValueTask<bool> ReadNextResultAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        _blocks ? new(reader.NextResult()) : new(reader.NextResultAsync(cancellationToken));

    private PostgresFacts DescribeFacts(NpgsqlDataReader reader)
    {
        var (version, role, database) = (ReadText(reader, 5)!, ReadText(reader, 6)!, ReadText(reader, 7)!);
        var isOneServer = version.Contains("CockroachDB", StringComparison.Ordinal);
        return new(ReadText(reader, 1)!)
        {
            IsSchemaMissing = ReadText(reader, 4) == "true",

            // CockroachDB gives numbers that are no processes, and keeps a session's settings.
            IsPooled = !isOneServer && ReadText(reader, 0) != connection.ProcessID.ToString(CultureInfo.InvariantCulture),
            HasAdvisoryLocks = !isOneServer && !version.Contains("-YB-", StringComparison.Ordinal),
            HasLeaseTable = ReadText(reader, 10) == "true",
            ReadOnlyReason = ReadText(reader, 2) == "true" ? "the server is a standby"
                : ReadText(reader, 3) == "on" ? $"transactions of role {role} in database {database} are read-only (default_transaction_read_only)"
                : null,
            Rights = new(role, database)
            {
                MayMakeSchemas = ReadText(reader, 8) == "true",
                MayMakeTables = ReadText(reader, 9) == "true",
                Tables = [.. (ReadText(reader, 11) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Cut)],
            },
        };
    }

    private static (string Table, string Missing) Cut(string right)
    {
        var colon = right.LastIndexOf(':');
        return (right[..colon], right[(colon + 1)..]);
    }

    private static string? ReadText(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
