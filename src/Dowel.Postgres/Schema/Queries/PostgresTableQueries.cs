namespace Dowel.Postgres;

/// <summary>What the catalog has of tables: one query for all tables, columns, constraints, indexes each.</summary>
/// <remarks>Every column that a query gives is a text. Facts of the catalogs: PostgreSQL 18 docs, 53.</remarks>
internal static class PostgresTableQueries
{
    /// <summary>The options of a counter that are not the usual ones, of the row <c>q</c> of <c>pg_sequence</c>.</summary>
    public const string CounterOptions = """
        nullif(concat_ws(' ',
            case when q.seqincrement <> 1 then 'increment by ' || q.seqincrement end,
            case when q.seqmin <> case when q.seqincrement > 0 then 1 when q.seqtypid = 21 then -32768 when q.seqtypid = 23 then -2147483648 else -9223372036854775808 end
              then 'minvalue ' || q.seqmin end,
            case when q.seqmax <> case when q.seqincrement < 0 then -1 when q.seqtypid = 21 then 32767 when q.seqtypid = 23 then 2147483647 else 9223372036854775807 end
              then 'maxvalue ' || q.seqmax end,
            case when q.seqstart <> case when q.seqincrement > 0 then q.seqmin else q.seqmax end then 'start with ' || q.seqstart end,
            case when q.seqcache <> 1 then 'cache ' || q.seqcache end,
            case when q.seqcycle then 'cycle' end), '')
        """;

    /// <summary>Storage parameters and the like as <c>with (…)</c> has them, of an array <c>o</c>.</summary>
    public const string Options = """
        (select string_agg(quote_ident(option_name) || ' = ' || case when option_value ~ '^([a-z]+|[0-9.]+)$' then option_value else quote_literal(option_value) end, ', ')
         from pg_options_to_table(o))
        """;

    /// <summary>Tables and views.</summary>
    public const string Tables = $"""
        {PostgresScope.Relations}
        select c.oid::text, c.relkind::text, c.space, c.relname::text, c.path, c.relpersistence::text, pg_get_partkeydef(c.oid),
          p.names, p.ids,
          pg_get_expr(c.relpartbound, c.oid), nullif(m.amname, 'heap')::text,
          case when c.relkind in ('v', 'm') and current_setting('dowel.visible') = '' then pg_get_viewdef(c.oid, true) end,
          (select {Options} from (select c.reloptions) r (o) where c.relkind in ('v', 'm')),
          (select format('server %I%s', s.srvname, (
               select format(' options (%s)', string_agg(format('%I %L', option_name, option_value), ', ')) from pg_options_to_table(f.ftoptions) having count(*) > 0))
           from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid)
        from relations c left join pg_am m on m.oid = c.relam
        cross join lateral (
            select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno), string_agg(i.inhparent::text, ' ' order by i.inhseqno)
            from pg_inherits i where i.inhrelid = c.oid) p (names, ids)
        where c.relkind in ('r', 'p', 'f', 'v', 'm')
        order by c.space nulls first, c.relname
        """;

    /// <summary>Their columns. The base type is the one below all domains; a default has the parentheses that it needs where none are around it.</summary>
    public const string Columns = $"""
        {PostgresScope.Relations}
        select a.attrelid::text, a.attnum::text, a.attname::text, format_type(a.atttypid, a.atttypmod),
          case t.typtype when 'd' then (
              with recursive base (id, modifier) as (
                  select a.atttypid, a.atttypmod
                  union all
                  select d.typbasetype, d.typtypmod from base join pg_type d on d.oid = base.id where d.typtype = 'd')
              select format_type(base.id, base.modifier) from base join pg_type b on b.oid = base.id where b.typtype <> 'd') end,
          a.attnotnull::text, pg_get_expr(d.adbin, d.adrelid, a.attgenerated <> ''), a.attidentity::text, a.attgenerated::text,
          case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
          (not a.attislocal or c.relispartition)::text,
          {CounterOptions}, q.seqrelid::text, q.seqrelid::regclass::text,
          (select format(' options (%s)', string_agg(format('%I %L', option_name, option_value), ', ')) from pg_options_to_table(a.attfdwoptions) having count(*) > 0)
        from relations c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        left join lateral (
            select q.* from pg_depend s join pg_sequence q on q.seqrelid = s.objid
            where a.attidentity <> '' and s.classid = 'pg_class'::regclass and s.refclassid = 'pg_class'::regclass and s.deptype = 'i'
              and s.refobjid = a.attrelid and s.refobjsubid = a.attnum) q on true
        where c.relkind in ('r', 'p', 'f', 'v', 'm')
        order by a.attrelid, a.attnum
        """;

    /// <summary>Their constraints; without those that a table has from its parent, and those of `not null`.</summary>
    public const string Constraints = $"""
        {PostgresScope.Relations}
        select k.oid::text, k.conrelid::text, k.conname::text, k.contype::text, case current_setting('dowel.visible') when '' then pg_get_constraintdef(k.oid, true) else '' end, k.convalidated::text, k.conkey::text,
          nullif(k.conindid, 0)::text, s.name, r.relname::text,
          (select string_agg(quote_ident(a.attname), ', ' order by n.place)
           from unnest(k.confkey) with ordinality n (number, place) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.number where k.contype = 'f'),
          k.confdeltype::text, k.confupdtype::text, k.condeferrable::text, k.condeferred::text
        from relations c
        join pg_constraint k on k.conrelid = c.oid
        left join pg_class r on r.oid = nullif(k.confrelid, 0)
        left join lateral (select case n.nspname when current_schema() then null else n.nspname::text end as name from pg_namespace n where n.oid = r.relnamespace) s on true
        where k.contype in ('p', 'u', 'f', 'c', 'x') and ((k.conislocal and k.conparentid = 0) or current_setting('dowel.visible') = 'on')
        order by k.conrelid, array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname
        """;

    /// <summary>Their indexes, without those of constraints and those that a partition has from its parent.</summary>
    public const string Indexes = $"""
        {PostgresScope.Relations}
        select i.oid::text, c.oid::text, i.relname::text, i.path, quote_ident(m.amname), case current_setting('dowel.visible') when '' then substr(pg_get_indexdef(i.oid, 0, true), length(f.head) + 1) else '' end,
          pg_get_expr(x.indpred, x.indrelid, true), x.indisunique::text, x.indisvalid::text, x.indkey::text, x.indnkeyatts::text, (i.relkind = 'I')::text
        from relations c
        join pg_index x on x.indrelid = c.oid
        join relations i on i.oid = x.indexrelid
        join pg_am m on m.oid = i.relam
        cross join lateral (select format('CREATE %sINDEX %I ON %s%s USING %I ',
            case when x.indisunique then 'UNIQUE ' end, i.relname, case when i.relkind = 'I' then 'ONLY ' end, c.path, m.amname)) f (head)
        where not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
          and (not i.relispartition or current_setting('dowel.visible') = 'on')
        order by c.oid, i.relname
        """;

    /// <summary>The four, in the order in which <see cref="PostgresTableReading"/> takes them.</summary>
    public static IReadOnlyList<string> All { get; } = [Tables, Columns, Constraints, Indexes];
}
