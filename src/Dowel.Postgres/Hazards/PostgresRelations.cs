using System.Globalization;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>All tables and indexes at a moment, by their ids: a lock on what a statement has dropped still finds its name in those before it.</summary>
internal sealed class PostgresRelations : Dictionary<uint, PostgresRelation>
{
    /// <summary>Reads them.</summary>
    /// <param name="connection">The session whose statements are watched.</param>
    /// <param name="own">Names of tables that do not count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PostgresRelations> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        var sql = $"""
            select c.oid::text, coalesce(i.indrelid, c.oid)::text, c.relname::text, c.oid::regclass::text, c.relkind::text, c.relfilenode::text,
              pg_stat_get_xact_numscans(c.oid)::text, c.relispartition::text, coalesce(i.indisexclusion, false)::text, a.required::text, a.types,
              (select count(*) from pg_constraint where conrelid = c.oid)::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_index i on i.indexrelid = c.oid
            cross join lateral (
              select count(*) filter (where attnotnull) as required, coalesce(string_agg(concat_ws(' ', attnum, atttypid, atttypmod, attcollation, attgenerated), ',' order by attnum), '') as types
              from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) a
            where c.relkind in ('r', 'p', 'm', 'i', 'I') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and c.relname <> all (array[{string.Join(", ", own.Select(PostgresNames.Literal))}]::text[])
            """;
        var relations = new PostgresRelations();
        foreach (var row in (await PostgresRows.ReadAsync(connection, [sql], cancellationToken).ConfigureAwait(false))[0])
        {
            relations.Add(Number(row[0]), new(Number(row[1]), row[2]!, row[3]!, row[4]![0], row[5]!)
            {
                Scans = long.Parse(row[6]!, CultureInfo.InvariantCulture),
                IsPartition = row[7] == "true",
                IsExclusion = row[8] == "true",
                NotNulls = int.Parse(row[9]!, CultureInfo.InvariantCulture),
                Constraints = int.Parse(row[11]!, CultureInfo.InvariantCulture),
                Columns = row[10]!.Split(',', StringSplitOptions.RemoveEmptyEntries),
            });
        }

        return relations;
    }

    private static uint Number(string? text) => uint.Parse(text!, CultureInfo.InvariantCulture);
}
