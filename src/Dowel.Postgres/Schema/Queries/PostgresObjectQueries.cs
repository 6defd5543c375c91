namespace Dowel.Postgres;

/// <summary>What the catalog has of schemas, extensions, types and sequences, each with its statements.</summary>
/// <remarks>Every query gives the columns that <see cref="PostgresObjectRow"/> names.</remarks>
internal static class PostgresObjectQueries
{
    /// <summary>The labels of enums, in their order.</summary>
    public const string Enums = $"""
        {PostgresScope.Types}
        select '1247.' || t.oid, t.space, t.typname::text, t.path, e.enumlabel::text, quote_literal(e.enumlabel)
        from types t left join pg_enum e on e.enumtypid = t.oid
        where t.typtype = 'e'
        order by t.space nulls first, t.typname, e.enumsortorder
        """;

    /// <summary>Schemas that somebody has made, and extensions.</summary>
    public const string Containers = $"""
        {PostgresScope.Relations}
        select '2615.' || s.oid, null, 'Schema', null, s.nspname::text, null, format('schema %I', s.nspname), format('create schema %I', s.nspname), null, null, null, '', ''
        from spaces s
        where s.name is not null and s.nspname <> 'public'
          and not exists (select from members m where m.classid = 'pg_namespace'::regclass and m.objid = s.oid)
        union all
        select '3079.' || e.oid, null, 'Extension', null, e.extname::text, null, format('extension %I', e.extname),
          format('create extension %I', e.extname) || case when n.nspname = current_schema() then '' else format(' schema %I', n.nspname) end, null, null, null, '',
          '2615.' || n.oid
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace
        where e.extname <> 'plpgsql'
        """;

    /// <summary>Domains and their rules, composite types, ranges.</summary>
    public const string Types = $"""
        {PostgresScope.Types}
        select '1247.' || t.oid, null, 'Domain', t.space, t.typname::text, null, 'domain ' || t.path,
          concat('create domain ', t.path, ' as ', d.shape, ' default ' || d.value, case when t.typnotnull then ' not null' end), null,
          format('alter domain %s %s', t.path, coalesce('set default ' || d.value, 'drop default')),
          format('alter domain %s %s not null', t.path, case when t.typnotnull then 'set' else 'drop' end), d.shape, ''
        from types t
        cross join lateral (select pg_get_expr(t.typdefaultbin, 0), concat(format_type(t.typbasetype, t.typtypmod),
            (select ' collate ' || t.typcollation::regcollation from pg_type b where b.oid = t.typbasetype and b.typcollation <> t.typcollation))) d (value, shape)
        where t.typtype = 'd'
        union all
        select '2606.' || k.oid, null, 'Constraint', t.space, t.typname::text, k.conname::text, format('constraint %I on domain %s', k.conname, t.path),
          format('alter domain %s add constraint %I %s', t.path, k.conname, pg_get_constraintdef(k.oid, true)),
          format('alter domain %s drop constraint %I', t.path, k.conname), null, null, '', '1247.' || t.oid
        from types t join pg_constraint k on k.contypid = t.oid
        where k.contype = 'c'
        union all
        select '1247.' || t.oid, '1259.' || c.oid, 'Composite', c.space, c.relname::text, null, 'type ' || t.path,
          format('create type %s as (%s)', t.path, (
              select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                || case when a.attcollation <> b.typcollation then ' collate ' || a.attcollation::regcollation else '' end, ', ' order by a.attnum)
              from pg_attribute a join pg_type b on b.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)),
          null, null, null, '', ''
        from relations c join types t on t.oid = c.reltype
        where c.relkind = 'c'
        union all
        select '1247.' || t.oid, '1247.' || m.oid, 'Range', t.space, t.typname::text, null, 'type ' || t.path,
          concat('create type ', t.path, ' as range (subtype = ', format_type(r.rngsubtype, null),
              (select format(', subtype_opclass = %I.%I', n.nspname, o.opcname) from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace
               where o.oid = r.rngsubopc and not o.opcdefault),
              (select ', collation = ' || r.rngcollation::regcollation from pg_type b where b.oid = r.rngsubtype and b.typcollation <> r.rngcollation),
              ', canonical = ' || nullif(r.rngcanonical, 0)::regproc, ', subtype_diff = ' || nullif(r.rngsubdiff, 0)::regproc,
              case when m.typname <> case when position('range' in t.typname) > 0 then regexp_replace(t.typname, 'range', 'multirange') else t.typname || '_multirange' end
                then ', multirange_type_name = ' || m.path end, ')'),
          null, null, null, '', ''
        from types t join pg_range r on r.rngtypid = t.oid join types m on m.oid = r.rngmultitypid
        """;

    /// <summary>Sequences, and which columns own them; without those of identities. One that is owned is logged as its table is, and follows it.</summary>
    public const string Sequences = $"""
        {PostgresScope.Relations},
        sequences as (
            select c.*, q.*, d.refobjid as owner, d.refobjsubid as owning
            from relations c join pg_sequence q on q.seqrelid = c.oid
            left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refobjsubid > 0
            where d.deptype is distinct from 'i' and (d.refobjid is null or d.refobjid in (select oid from relations)))
        select '1259.' || q.oid, null, 'Sequence', q.space, q.relname::text, null, 'sequence ' || q.path,
          concat('create ', case q.relpersistence when 'u' then 'unlogged ' end, 'sequence ', q.path,
              case when q.seqtypid <> 20 then ' as ' || format_type(q.seqtypid, null) end, ' ' || {PostgresTableQueries.CounterOptions}), null,
          format('alter sequence %s as %s increment by %s minvalue %s maxvalue %s start with %s cache %s %scycle', q.path, format_type(q.seqtypid, null),
              q.seqincrement, q.seqmin, q.seqmax, q.seqstart, q.seqcache, case when not q.seqcycle then 'no ' end), null, case when q.owner is null then q.relpersistence::text else '' end, ''
        from sequences q
        union all
        select null, null, 'Setting', q.space, q.relname::text, 'owned by', null,
          format('alter sequence %s owned by %s.%I', q.path, q.owner::regclass, a.attname), format('alter sequence %s owned by none', q.path), null, null, '',
          format('1259.%s 1259.%s.%s', q.oid, q.owner, q.owning)
        from sequences q join pg_attribute a on a.attrelid = q.owner and a.attnum = q.owning
        """;
}
