namespace Dowel.Postgres;

/// <summary>What the catalog has of all that is said of an object by a statement of its own, and is neither a comment nor a right.</summary>
/// <remarks>
/// The queries give the columns that <see cref="PostgresObjectRow"/> names. A setting is called after its object, with what it sets as the
/// second name.
/// </remarks>
internal static class PostgresSettingQueries
{
    /// <summary>Settings of tables: row security, replica identity, storage parameters, clustering, tablespace.</summary>
    public const string Tables = $"""
        {PostgresScope.Relations},
        tables as (select c.*, concat(case when c.relhassubclass then 'only ' end, c.path) as only from relations c where c.relkind in ('r', 'p', 'm')),
        settings as (
            select c.oid, null::oid as other, 'row security' as part, format('alter table %s enable row level security', c.path) as make,
              format('alter table %s disable row level security', c.path) as undo
            from tables c where c.relrowsecurity
            union all
            select c.oid, null, 'row security forced', format('alter table %s force row level security', c.path), format('alter table %s no force row level security', c.path)
            from tables c where c.relforcerowsecurity
            union all
            select c.oid, x.indexrelid, 'replica identity',
              format('alter table %s replica identity %s', c.only, case c.relreplident when 'f' then 'full' when 'n' then 'nothing' else format('using index %I', i.relname) end),
              format('alter table %s replica identity default', c.only)
            from tables c left join pg_index x on x.indrelid = c.oid and x.indisreplident left join pg_class i on i.oid = x.indexrelid
            where c.relreplident <> 'd' and (c.relreplident <> 'i' or x.indexrelid is not null)
            union all
            select c.oid, x.indexrelid, 'cluster', format('alter table %s cluster on %I', c.only, i.relname), format('alter table %s set without cluster', c.only)
            from tables c join pg_index x on x.indrelid = c.oid and x.indisclustered join pg_class i on i.oid = x.indexrelid
            union all
            select c.oid, null, o.prefix || o.name, format('alter table %s set (%s%I = %s)', c.only, o.prefix, o.name, o.value),
              format('alter table %s reset (%s%I)', c.only, o.prefix, o.name)
            from tables c left join pg_class t on t.oid = c.reltoastrelid
            cross join lateral (
                select '', option_name, quote_literal(option_value) from pg_options_to_table(c.reloptions) where c.relkind <> 'm'
                union all
                select 'toast.', option_name, quote_literal(option_value) from pg_options_to_table(t.reloptions)) o (prefix, name, value)
            union all
            select x.indrelid, i.oid, i.relname || ' ' || o.option_name, format('alter index %s set (%I = %L)', i.path, o.option_name, o.option_value),
              format('alter index %s reset (%I)', i.path, o.option_name)
            from relations i join pg_index x on x.indexrelid = i.oid join pg_constraint k on k.conindid = i.oid and k.contype in ('p', 'u', 'x') and k.conparentid = 0
            cross join lateral pg_options_to_table(i.reloptions) o
            union all
            select coalesce(x.indrelid, c.oid), x.indexrelid, concat(case when x.indexrelid is not null then c.relname || ' ' end, 'tablespace'),
              format('alter %s %s set tablespace %I', case when x.indexrelid is null then 'table' else 'index' end, c.path, s.spcname),
              format('alter %s %s set tablespace pg_default', case when x.indexrelid is null then 'table' else 'index' end, c.path)
            from relations c join pg_tablespace s on s.oid = c.reltablespace left join pg_index x on x.indexrelid = c.oid)
        select null, null, 'Setting', c.space, c.relname::text, s.part, null, s.make, s.undo, s.make, null, '', concat_ws(' ', '1259.' || c.oid, '1259.' || s.other)
        from settings s join relations c on c.oid = s.oid
        """;

    /// <summary>Settings of columns: storage, compression, statistics; defaults of a view's columns.</summary>
    public const string Columns = $"""
        {PostgresScope.Relations}
        select null, null, 'Setting', c.space, c.relname::text, a.attname || ' ' || s.part, null,
          format('alter %s%s alter column %I ', k.word, c.path, a.attname) || s.make, format('alter %s%s alter column %I ', k.word, c.path, a.attname) || s.undo,
          format('alter %s%s alter column %I ', k.word, c.path, a.attname) || s.make, null, '', format('1259.%s 1259.%s.%s', c.oid, c.oid, a.attnum)
        from relations c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        cross join lateral (select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
            else concat('table ', case when c.relhassubclass then 'only ' end) end) k (word)
        cross join lateral (
            select 'storage', 'set storage ' || n.kinds[position(a.attstorage in 'pemx')], 'set storage ' || n.kinds[position(t.typstorage in 'pemx')]
            from (select array['plain', 'external', 'main', 'extended']) n (kinds)
            where a.attstorage <> t.typstorage and c.relkind in ('r', 'p', 'm', 'f')
            union all
            select 'compression', 'set compression ' || case a.attcompression when 'l' then 'lz4' else 'pglz' end, 'set compression default'
            where a.attcompression <> '' and c.relkind in ('r', 'p', 'm')
            union all
            select 'statistics', 'set statistics ' || a.attstattarget, 'set statistics -1' where a.attstattarget >= 0 and c.relkind in ('r', 'p', 'm', 'f')
            union all
            select o.option_name, format('set (%I = %L)', o.option_name, o.option_value), format('reset (%I)', o.option_name)
            from pg_options_to_table(a.attoptions) o where c.relkind in ('r', 'p', 'm', 'f')
            union all
            select 'default', 'set default ' || pg_get_expr(d.adbin, d.adrelid), 'drop default' where c.relkind = 'v' and d.oid is not null) s (part, make, undo)
        """;

    /// <summary>Triggers and rules that do not fire as usual.</summary>
    public const string States = $"""
        {PostgresScope.Relations}
        select null, null, 'Setting', c.space, c.relname::text, s.word || ' ' || s.name, null,
          format('alter table %s %s %s %I', c.path, case s.state when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end, s.word, s.name),
          format('alter table %s enable %s %I', c.path, s.word, s.name),
          format('alter table %s %s %s %I', c.path, case s.state when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end, s.word, s.name),
          null, '', s.id
        from relations c
        cross join lateral (
            select '2620.' || g.oid, 'trigger', g.tgname, g.tgenabled from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal and g.tgparentid = 0
            union all
            select '2618.' || r.oid, 'rule', r.rulename, r.ev_enabled from pg_rewrite r where r.ev_class = c.oid and r.rulename <> '_RETURN') s (id, word, name, state)
        where s.state <> 'O'
        """;

    /// <summary>Owners that are somebody else.</summary>
    public const string Owners = $"""
        {PostgresScope.Routines},
        owned as (
            select '2615.' || s.oid as id, null as space, s.nspname::text as name, format('schema %I', s.nspname) as target, n.nspowner as owner
            from spaces s join pg_namespace n on n.oid = s.oid
            where s.name is not null and s.nspname <> 'public' and not exists (select from members m where m.classid = 'pg_namespace'::regclass and m.objid = s.oid)
            union all
            select '1259.' || c.oid, c.space, c.relname::text, case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
              when 'S' then 'sequence ' else 'table ' end || c.path, c.relowner
            from relations c
            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refobjsubid > 0 and d.deptype in ('a', 'i') and c.relkind = 'S')
            union all
            select '1247.' || t.oid, t.space, t.typname::text, case t.typtype when 'd' then 'domain ' else 'type ' end || t.path, t.typowner
            from types t left join pg_class c on c.oid = nullif(t.typrelid, 0)
            where t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')
            union all
            select '1255.' || p.oid, p.space, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)), format('%s %s(%s)', p.word, p.path, p.parameters), p.proowner
            from routines p)
        select null, null, 'Setting', o.space, o.name, case when o.id like '2615.%' then 'schema owner' else 'owner' end, null,
          format('alter %s owner to %s', o.target, o.owner::regrole), format('alter %s owner to current_user', o.target),
          format('alter %s owner to %s', o.target, o.owner::regrole), null, '', o.id
        from owned o
        where o.owner <> (select oid from pg_roles where rolname = current_user)
        """;
}
