using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads the tables and columns that a statement can name without a schema, from the server's catalog.</summary>
internal static class PostgresSchemaReader
{
    // PostgreSQL 18 docs, 53.7 and 53.26: `attidentity` is `a` for always, `d` for by default; a domain's type is the one below it.
    private const string Columns = """
        select n.nspname::text, c.relname::text, c.relkind::text, a.attname::text, format_type(a.atttypid, a.atttypmod),
          format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), coalesce(nullif(a.atttypmod, -1), t.typtypmod)),
          a.attnotnull::text, pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relkind in ('r', 'p', 'f', 'v', 'm') and pg_table_is_visible(c.oid)
          and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        order by c.relname, a.attnum
        """;

    // An index over an expression, or over some rows only, keeps no two rows apart by itself.
    private const string Keys = """
        select c.relname::text, i.relname::text, x.indisprimary::text, a.attname::text
        from pg_index x
        join pg_class c on c.oid = x.indrelid
        join pg_class i on i.oid = x.indexrelid
        cross join lateral generate_series(0, x.indnkeyatts - 1) as k (number)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[k.number]
        where x.indisunique and x.indisvalid and x.indpred is null and x.indexprs is null and pg_table_is_visible(c.oid)
        order by c.relname, i.relname, k.number
        """;

    /// <summary>Reads the database in one round trip.</summary>
    /// <param name="connection">A connection whose search path is that of the repositories.</param>
    /// <param name="own">The names of Dowel's own tables, which do not count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DatabaseModel> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        var results = await PostgresRows.ReadAsync(connection, [Columns, Keys], cancellationToken).ConfigureAwait(false);
        var keys = results[1].ToLookup(row => row[0]!, StringComparer.Ordinal);
        return new([.. results[0].Where(row => !own.Contains(row[1]!)).GroupBy(row => row[1]!).Select(table => Table([.. table], [.. keys[table.Key]]))]);
    }

    private static TableModel Table(IReadOnlyList<string?[]> columns, IReadOnlyList<string?[]> keys) => new(
        columns[0][1]!, columns[0][2] is "v" or "m" ? TableKind.View : TableKind.Table, [.. columns.Select(Column)])
    {
        Constraints =
        [
            .. keys.GroupBy(row => row[1]!).Select(key => new ConstraintModel(
                new(ObjectKind.Constraint, key.First()[0]!, key.Key),
                key.First()[2] == "true" ? ConstraintKind.Primary : ConstraintKind.Unique,
                [.. key.Select(row => row[3]!)])),
        ],
    };

    private static ColumnModel Column(string?[] row) => new(row[3]!, row[4]!, IsNullable: row[6] != "true")
    {
        BaseType = row[5]!,
        Default = row[9] is "s" or "v" ? null : row[7],
        Generation = (row[8], row[9]) switch
        {
            (_, "s" or "v") => Generation.Computed,
            ("a", _) => Generation.StrictIdentity,
            ("d", _) => Generation.Identity,
            _ when row[7]?.StartsWith("nextval(", StringComparison.Ordinal) == true => Generation.Identity,
            _ => Generation.None,
        },
    };
}
