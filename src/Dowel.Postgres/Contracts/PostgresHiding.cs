using System.Globalization;
using Dowel.Contracts;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Gives owned tables other names, and all that shows their rows.</summary>
/// <remarks>
/// Views and functions know a table by its number, so that a new name alone would not stop them. What depends on a table, or on what
/// depends on it, is in the catalog; the body of a function that is kept as text is not, so one that names such a thing counts as well.
/// So does a table that an owned one inherits from, but not what else inherits from that. Trigger functions can be called by no statement.
/// </remarks>
internal static class PostgresHiding
{
    private const string Shown = """
        with recursive shown (class, id, name, is_parent) as (
            select 'pg_class'::regclass::oid, c.oid, c.relname::text, false from pg_class c where c.oid in (select t::regclass from unnest({0}) t)
            union
            select next.class, next.id, next.name, next.is_parent
            from shown s cross join lateral (
                select 'pg_class'::regclass::oid, c.oid, c.relname::text, true
                from pg_inherits i join pg_class c on c.oid = i.inhparent
                where s.class = 'pg_class'::regclass and i.inhrelid = s.id
                union all
                select d.classid, c.oid, c.relname::text, false
                from pg_depend d join pg_class c on c.oid = d.objid
                where d.classid = 'pg_class'::regclass and d.refclassid = s.class and d.refobjid = s.id and c.relkind in ('r', 'p', 'f', 'v', 'm') and not s.is_parent
                union all
                select 'pg_class'::regclass, c.oid, c.relname::text, false
                from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class c on c.oid = r.ev_class
                where d.classid = 'pg_rewrite'::regclass and d.refclassid = s.class and d.refobjid = s.id
                union all
                select 'pg_proc'::regclass, p.oid, p.proname::text, false
                from pg_proc p
                where p.oid >= 16384 and p.prorettype <> 'trigger'::regtype and p.pronamespace <> pg_my_temp_schema()
                  and (p.prosrc ~* ('\m' || regexp_replace(s.name, '(\W)', '\\\1', 'g') || '\M')
                    or exists (
                        select from pg_depend d
                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                          and ((d.refclassid = s.class and d.refobjid = s.id)
                            or (s.class = 'pg_class'::regclass and d.refclassid = 'pg_type'::regclass
                                and d.refobjid in (select unnest(array[t.oid, t.typarray]) from pg_type t where t.typrelid = s.id)))))
            ) next (class, id, name, is_parent))
        select case class when 'pg_class'::regclass then 'table ' || id::regclass else 'routine ' || id::regprocedure end,
            name, (class = 'pg_class'::regclass and id in (select t::regclass from unnest({0}) t))::text, case class when 'pg_proc'::regclass then id::text end
        from (select distinct class, id, name from shown) each
        """;

    // What is handed a statement or a table's name and runs it: of the server and its extensions by their names, of the migrations by what they say.
    private const string Runners = """
        select oid::text, proname::text from pg_proc p
        where proname ~ '^((query|table|schema|database|cursor)_to_xml(_and_xmlschema)?|ts_stat|crosstab\d*|connectby|xpath_table|dblink.*)$'
          or (proname = 'ts_rewrite' and pronargs = 2)
          or (oid >= 16384 and prosrc ~* '\mexecute\M'
            and exists (select from unnest(p.proargtypes) t where t in ('text'::regtype, 'varchar'::regtype, 'name'::regtype, 'regclass'::regtype)))
        """;

    /// <summary>Renames them.</summary>
    /// <returns>The new names, and the numbers and own names of functions that no statement may call: an operator does not say what it calls.</returns>
    public static async Task<(HiddenTables Hidden, IReadOnlyDictionary<long, string> Functions)> HideAsync(
        NpgsqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var list = $"array[{string.Join(", ", tables.Select(table => PostgresNames.Literal(PostgresNames.Quote(table))))}]";
        var read = await PostgresRows.ReadAsync(connection, [Shown.Replace("{0}", list, StringComparison.Ordinal), Runners], cancellationToken).ConfigureAwait(false);
        var (shown, runners) = (read[0], read[1]);
        var renames = shown.Select((row, i) => $"alter {row[0]} rename to {PostgresNames.Quote(HiddenTables.NameOf(i))}").ToList();
        await PostgresRows.ReadAsync(connection, renames, cancellationToken).ConfigureAwait(false);
        var functions = shown.Where(row => row[3] is not null).Select(row => (Number: row[3], Name: row[1]))
            .Concat(runners.Select(row => (Number: row[0], Name: row[1])))
            .DistinctBy(function => function.Number)
            .ToDictionary(function => long.Parse(function.Number!, CultureInfo.InvariantCulture), function => function.Name!);
        var names = shown.Index().Where(row => row.Item[2] == "true").ToDictionary(row => row.Item[1]!, row => HiddenTables.NameOf(row.Index), StringComparer.Ordinal);
        return (new(names, [.. shown.Where(row => row[2] != "true").Select(row => row[1]!), .. functions.Values]), functions);
    }
}
