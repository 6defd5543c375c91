using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Looks at a server for what would stand in a migration's way. Changes nothing.</summary>
internal static class PostgresDiagnosis
{
    private const string Query = """
        select current_setting('server_version'), pg_backend_pid()::text, current_user::text, current_schema()::text,
               case when has_schema_privilege(coalesce(nullif($1, ''), current_schema(), 'public')::regnamespace, 'create')
                    then 'yes' else 'no' end,
               has_database_privilege(current_database(), 'create')::text,
               case when pg_is_in_recovery() then 'standby' else 'primary' end,
               current_setting('transaction_read_only'), current_setting('server_encoding'),
               (select count(*)::text from pg_locks
                where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())),
               (select string_agg(format('%s (%s, %s)', pid, coalesce(nullif(application_name, ''), 'unnamed'),
                                         to_char(now() - xact_start, 'HH24:MI:SS')), ', ')
                from pg_stat_activity
                where datname = current_database() and xact_start < now() - interval '1 minute' and pid <> pg_backend_pid()),
               (select string_agg(indexrelid::regclass::text, ', ') from pg_index i
                where not indisvalid and not exists (select 1 from pg_stat_progress_create_index p where p.index_relid = i.indexrelid))
        """;

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> ReadAsync(
        NpgsqlConnection connection, PostgresMigrationOptions options, CancellationToken cancellationToken)
    {
        // A schema that is not there yet cannot be asked about its privileges.
        var schema = options.Schema is { } name && await ExistsAsync(connection, name, cancellationToken).ConfigureAwait(false)
            ? PostgresNames.Quote(name)
            : "";
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new PostgresPiece("select set_config('search_path', coalesce($1, current_setting('search_path')), true)")
                {
                    Values = [options.Schema is null ? null : PostgresNames.Quote(options.Schema)],
                }.ToCommand(),
                new PostgresPiece(Query) { Values = [schema] }.ToCommand(),
            },
        };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Describe(Array.ConvertAll(
            Enumerable.Range(0, reader.FieldCount).ToArray(), i => reader.IsDBNull(i) ? null : reader.GetString(i)),
            connection.ProcessID.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new PostgresPiece("select to_regnamespace($1) is not null") { Values = [PostgresNames.Quote(schema)] }.ToCommand(),
            },
        };
        await using var _ = batch.ConfigureAwait(false);
        return await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;
    }

    private static Diagnosis[] Describe(string?[] facts, string processId) =>
    [
        new("server", $"PostgreSQL {facts[0]}"),
        new("driver", $"Npgsql {typeof(NpgsqlConnection).Assembly.GetName().Version?.ToString(3)}"),
        new("user", facts[2]!),
        new("schema", facts[3] ?? "none", facts[3] is null ? "Set a search path, or give --schema." : null),
        new("may create tables", facts[4]!, facts[4] == "no" ? "Grant CREATE on the schema to the user." : null),
        new("may create schemas", facts[5] == "true" ? "yes" : "no"),
        new("role of the server", facts[6]!, facts[6] == "standby" ? "Migrate the primary; a standby cannot be written." : null),
        new("read-only", facts[7]!, facts[7] == "on" ? "Set default_transaction_read_only to off for this user or database." : null),
        new("encoding", facts[8]!, facts[8] == "UTF8" ? null : "Scripts are UTF-8; a database in another encoding cannot hold all of it."),
        new("advisory locks held", facts[9]!),
        new("transactions older than a minute", facts[10] ?? "none", facts[10] is null ? null : "They hold up index builds and changes of tables."),
        new("INVALID indexes", facts[11] ?? "none", facts[11] is null ? null : "Run 'dowel repair' to drop them, then build them again."),
    ];
}
