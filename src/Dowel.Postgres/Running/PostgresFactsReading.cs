using System.Globalization;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Asks a database for what decides how it may be written to.</summary>
/// <remarks>One query of some milliseconds, for runs that have something to do.</remarks>
internal static class PostgresFactsReading
{
    // Through a pooler the process that answers is not the one whose key the client was given. All columns are text, so that
    // the driver has no types to learn.
    private const string Facts = """
        select pg_backend_pid()::text, place.name::text, pg_is_in_recovery()::text, current_setting('transaction_read_only'),
               (to_regnamespace($3) is null)::text, version(), current_user::text, current_database()::text,
               has_database_privilege(current_database(), 'create')::text,
               coalesce(has_schema_privilege(to_regnamespace(quote_ident(place.name)), 'create'), true)::text,
               (to_regclass(quote_ident(place.name) || '.' || quote_ident($4 || '_lease')) is not null)::text,
               (to_regclass(quote_ident(place.name) || '.' || quote_ident($4)) is not null
                and to_regclass(quote_ident(place.name) || '.' || quote_ident($4 || '_journal')) is not null)::text,
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

    /// <summary>Asks.</summary>
    public static async Task<PostgresFacts> ReadAsync(
        NpgsqlConnection connection, PostgresMigrationOptions options, CancellationToken cancellationToken)
    {
        var name = PostgresNames.Quote(options.HistoryTable);
        var schema = options.Schema is null ? null : PostgresNames.Quote(options.Schema);
        var question = new PostgresPiece(Facts)
        {
            Values = [schema is null ? name : $"{schema}.{name}", options.Schema ?? "", schema ?? "pg_catalog", options.HistoryTable],
        };
        var batch = new NpgsqlBatch(connection) { BatchCommands = { question.ToCommand() } };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Describe(reader, connection.ProcessID);
    }

    private static PostgresFacts Describe(NpgsqlDataReader reader, int processId)
    {
        var (version, role, database) = (ReadText(reader, 5)!, ReadText(reader, 6)!, ReadText(reader, 7)!);
        var isOneServer = version.Contains("CockroachDB", StringComparison.Ordinal);
        return new(ReadText(reader, 1)!)
        {
            IsSchemaMissing = ReadText(reader, 4) == "true",

            // CockroachDB gives numbers that are no processes, and keeps a session's settings.
            IsPooled = !isOneServer && ReadText(reader, 0) != processId.ToString(CultureInfo.InvariantCulture),
            HasAdvisoryLocks = !isOneServer && !version.Contains("-YB-", StringComparison.Ordinal),
            HasLeaseTable = ReadText(reader, 10) == "true",
            IsComplete = ReadText(reader, 11) == "true",
            ReadOnlyReason = ReadText(reader, 2) == "true" ? "the server is a standby"
                : ReadText(reader, 3) == "on" ? $"transactions of role {role} in database {database} are read-only (default_transaction_read_only)"
                : null,
            Rights = new(role, database)
            {
                MayMakeSchemas = ReadText(reader, 8) == "true",
                MayMakeTables = ReadText(reader, 9) == "true",
                Tables = [.. (ReadText(reader, 12) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Cut)],
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
