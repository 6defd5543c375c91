using Dowel.Contracts;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Gives owned tables other names, and all that shows their rows.</summary>
/// <remarks>
/// Views and functions know a table by its number, so that a new name alone would not stop them. What depends on a table, or on what
/// depends on it, is in the catalog; the body of a function that is kept as text is not, so one that names such a thing counts as well.
/// Trigger functions can be called by no statement.
/// </remarks>
internal static class PostgresHiding
{
    private const string Shown = """
        with recursive shown (class, id, name) as (
            select 'pg_class'::regclass::oid, c.oid, c.relname::text from pg_class c where c.oid in (select t::regclass from unnest({0}) t)
            union
            select next.class, next.id, next.name
            from shown s cross join lateral (
                select d.classid, c.oid, c.relname::text
                from pg_depend d join pg_class c on c.oid = d.objid
                where d.classid = 'pg_class'::regclass and d.refclassid = s.class and d.refobjid = s.id and c.relkind in ('r', 'p', 'f', 'v', 'm')
                union all
                select 'pg_class'::regclass, c.oid, c.relname::text
                from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class c on c.oid = r.ev_class
                where d.classid = 'pg_rewrite'::regclass and d.refclassid = s.class and d.refobjid = s.id
                union all
                select 'pg_proc'::regclass, p.oid, p.proname::text
                from pg_proc p
                where p.oid >= 16384 and p.prorettype <> 'trigger'::regtype and p.pronamespace <> pg_my_temp_schema()
                  and (p.prosrc ~* ('\m' || regexp_replace(s.name, '(\W)', '\\\1', 'g') || '\M')
                    or exists (
                        select from pg_depend d
                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                          and ((d.refclassid = s.class and d.refobjid = s.id)
                            or (s.class = 'pg_class'::regclass and d.refclassid = 'pg_type'::regclass
                                and d.refobjid in (select unnest(array[t.oid, t.typarray]) from pg_type t where t.typrelid = s.id)))))
            ) next (class, id, name))
        select case class when 'pg_class'::regclass then 'table ' || id::regclass else 'routine ' || id::regprocedure end,
            name, (class = 'pg_class'::regclass and id in (select t::regclass from unnest({0}) t))::text
        from shown
        """;

    /// <summary>Renames them.</summary>
    public static async Task<HiddenTables> HideAsync(NpgsqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var list = $"array[{string.Join(", ", tables.Select(table => PostgresNames.Literal(PostgresNames.Quote(table))))}]";
        var shown = (await PostgresRows.ReadAsync(connection, [Shown.Replace("{0}", list, StringComparison.Ordinal)], cancellationToken).ConfigureAwait(false))[0];
        var renames = shown.Select((row, i) => $"alter {row[0]} rename to {PostgresNames.Quote(HiddenTables.NameOf(i))}").ToList();
        await PostgresRows.ReadAsync(connection, renames, cancellationToken).ConfigureAwait(false);
        return new(
            shown.Index().Where(row => row.Item[2] == "true").ToDictionary(row => row.Item[1]!, row => HiddenTables.NameOf(row.Index), StringComparer.Ordinal),
            [.. shown.Where(row => row[2] != "true").Select(row => row[1]!)]);
    }
}
