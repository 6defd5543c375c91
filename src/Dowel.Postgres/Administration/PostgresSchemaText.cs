using System.Text;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The schema of a database as the server's own functions print it, one line an object, sorted.</summary>
/// <remarks>What belongs to an extension or to the system is left out. Line breaks in bodies are kept visible as <c>\n</c>, so that lines compare.</remarks>
internal static class PostgresSchemaText
{
    // One arm for each kind of object: a label, then what the server prints. $1 holds the tables that are Dowel's own, $2 the schema that it makes for them.
    private const string Query = """
        with own(name) as (select unnest(string_to_array($1, ','))),
        spaces as (
            select oid, nspname from pg_namespace
            where nspname not like 'pg\_%' and nspname <> 'information_schema'),
        extended as (select objid from pg_depend where deptype = 'e'),
        relations as (
            select c.*, format('%I.%I', n.nspname, c.relname) as name
            from pg_class c join spaces n on n.oid = c.relnamespace
            where c.oid not in (select objid from extended) and c.relname not in (select name from own)),
        tables as (select * from relations where relkind in ('r', 'p', 'f')),
        routines as (
            select p.* from pg_proc p join spaces n on n.oid = p.pronamespace where p.oid not in (select objid from extended)),
        types as (
            select t.*, format('%I.%I', n.nspname, t.typname) as name
            from pg_type t join spaces n on n.oid = t.typnamespace where t.oid not in (select objid from extended))
        select 'schema ' || quote_ident(nspname) from spaces where nspname not in ('public', $2)
        union all
        select format('extension %s %s', extname, extversion) from pg_extension where extname <> 'plpgsql'
        union all
        select format('type %s as enum (%s)', t.name, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
        from types t join pg_enum e on e.enumtypid = t.oid group by t.name
        union all
        select format('domain %s as %s%s %s', t.name, format_type(t.typbasetype, t.typtypmod),
                      case when t.typnotnull then ' not null' else '' end, coalesce(t.typdefault, ''))
        from types t where t.typtype = 'd'
        union all
        select format('domain %s %s', t.name, pg_get_constraintdef(k.oid)) from types t join pg_constraint k on k.contypid = t.oid
        union all
        select format('type %s column %s %I %s', r.name, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod))
        from relations r join pg_attribute a on a.attrelid = r.oid where r.relkind = 'c' and a.attnum > 0 and not a.attisdropped
        union all
        select format('sequence %s as %s start %s increment %s min %s max %s%s', r.name, format_type(s.seqtypid, null),
                      s.seqstart, s.seqincrement, s.seqmin, s.seqmax, case when s.seqcycle then ' cycle' else '' end)
        from relations r join pg_sequence s on s.seqrelid = r.oid
        union all
        select format('table %s (%s)%s%s', t.name, case t.relpersistence when 'u' then 'unlogged' else 'logged' end,
                      case when t.relrowsecurity then ' row level security' else '' end,
                      coalesce(' partition by ' || pg_get_partkeydef(t.oid), ''))
        from tables t
        union all
        select format('table %s partition of %s %s', t.name, i.inhparent::regclass, pg_get_expr(t.relpartbound, t.oid))
        from tables t join pg_inherits i on i.inhrelid = t.oid
        union all
        select format('table %s column %I %s%s%s%s%s', t.name, a.attname, format_type(a.atttypid, a.atttypmod),
                      case when a.attnotnull then ' not null' else '' end,
                      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''),
                      case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end,
                      case when a.attgenerated <> '' then ' generated' else '' end)
        from tables t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
        union all
        select format('table %s constraint %I %s', t.name, k.conname, pg_get_constraintdef(k.oid))
        from tables t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'
        union all
        select format('%s%s', pg_get_indexdef(i.indexrelid), case when i.indisvalid then '' else ' INVALID' end)
        from pg_index i join relations r on r.oid = i.indexrelid join relations t on t.oid = i.indrelid
        union all
        select format('%s %s as %s', case r.relkind when 'm' then 'materialized view' else 'view' end, r.name, pg_get_viewdef(r.oid))
        from relations r where r.relkind in ('v', 'm')
        union all
        select pg_get_functiondef(p.oid) from routines p where p.prokind in ('f', 'p', 'w')
        union all
        select format('aggregate %s', p.oid::regprocedure) from routines p where p.prokind = 'a'
        union all
        select pg_get_triggerdef(g.oid) from pg_trigger g join relations t on t.oid = g.tgrelid where not g.tgisinternal
        union all
        select pg_get_ruledef(u.oid) from pg_rewrite u join relations t on t.oid = u.ev_class where u.rulename <> '_RETURN'
        union all
        select format('event trigger %I on %s %s', e.evtname, e.evtevent, e.evtfoid::regproc) from pg_event_trigger e
        union all
        select format('policy %I on %s %s %s using (%s) with check (%s)', p.polname, t.name, p.polcmd,
                      p.polroles::regrole[]::text, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        from pg_policy p join tables t on t.oid = p.polrelid
        union all
        select format('comment on %s: %s', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
        from pg_description d
        where d.classoid in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass, 'pg_trigger'::regclass)
          and (d.objoid in (select oid from relations) or d.objoid in (select oid from routines) or d.objoid in (select oid from types))
        order by 1
        """;

    /// <summary>Reads the schema.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="own">The names of Dowel's own tables, which do not count.</param>
    /// <param name="schema">The schema that Dowel makes where it is missing, which does not count either; null where none was asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<string> ReadAsync(
        NpgsqlConnection connection, string[] own, string? schema, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // Names are printed as scripts would have to write them.
                new PostgresPiece("select set_config('search_path', coalesce($1, current_setting('search_path')), true)")
                {
                    Values = [schema is null ? null : PostgresNames.Quote(schema)],
                }.ToCommand(),
                new PostgresPiece(Query) { Values = [string.Join(',', own), schema ?? "public"] }.ToCommand(),
            },
        };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var text = new StringBuilder();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            text.Append(reader.GetString(0).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }
}
