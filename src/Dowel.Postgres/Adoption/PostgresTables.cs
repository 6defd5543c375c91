using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads tables and rows that are not Dowel's, as text.</summary>
internal static class PostgresTables
{
    // Tools may keep their tables in schemas of their own, as Drizzle and grate always do. A run that names its schema has
    // neighbours, maybe thousands, and leaves them alone. What this role may not read is none of its business.
    private const string Columns = """
        select n.nspname::text, c.relname::text, a.attname::text, format_type(a.atttypid, null)::text
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relnatts <= 20
          and (n.nspname = any (current_schemas(false)) or n.nspname in ('drizzle', 'grate', $1)
            or $1 is null and n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
        order by n.nspname is distinct from $1, n.nspname <> all (current_schemas(false)), n.nspname, c.relname, a.attnum
        """;

    private const string Moment = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    /// <summary>Reads the tables of the run's schema, those that the search path leads to, then those in other schemas.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="schema">The run's schema; others than that, the search path's and tools' own are left alone. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<TableShape>> ReadAsync(
        NpgsqlConnection connection, string? schema, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync(connection, new PostgresPiece(Columns) { Values = [schema] }, cancellationToken).ConfigureAwait(false)).GroupBy(
            row => (Schema: row[0]!, Name: row[1]!),
            (table, rows) => new TableShape(table.Schema, table.Name, [.. rows.Select(row => new ColumnShape(row[2]!, row[3]!))])),
    ];

    /// <summary>Reads a table's rows in the order of a column.</summary>
    public static Task<IReadOnlyList<string?[]>> ReadRowsAsync(
        NpgsqlConnection connection, TableShape table, string orderColumn, CancellationToken cancellationToken) => ReadAsync(
            connection,
            new PostgresPiece($"""
             select {string.Join(", ", table.Columns.Select(Render))}
             from {PostgresNames.Quote(table.Schema!)}.{PostgresNames.Quote(table.Name)} t order by t.{PostgresNames.Quote(orderColumn)}
             """),
            cancellationToken);

    // Whatever the session's settings make of dates and bytes, tools are given one spelling.
    private static string Render(ColumnShape column)
    {
        var name = "t." + PostgresNames.Quote(column.Name);
        return column.Type switch
        {
            "bytea" => $"encode({name}, 'hex')",
            "timestamp without time zone" => $"to_char({name}, {Moment})",
            "timestamp with time zone" => $"to_char({name} at time zone 'UTC', {Moment})",
            _ => $"{name}::text",
        };
    }

    private static async Task<IReadOnlyList<string?[]>> ReadAsync(
        NpgsqlConnection connection, PostgresPiece question, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        var batch = new NpgsqlBatch(connection) { BatchCommands = { question.ToCommand() } };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        }

        return rows;
    }
}
