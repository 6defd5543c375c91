namespace Dowel.Postgres;

/// <summary>What the catalog has of rights and remarks.</summary>
internal static class PostgresRightQueries
{
    /// <summary>Remarks: the object's id, a column's name in statements where it is on a column, the text in quotes. Extensions come with one.</summary>
    public const string Comments = $"""
        {PostgresScope.Relations}
        select concat_ws('.', d.classoid, d.objoid, nullif(d.objsubid, 0)),
          case when d.objsubid > 0 then (select format('column %s.%I', d.objoid::regclass, a.attname) from pg_attribute a where a.attrelid = d.objoid and a.attnum = d.objsubid) end,
          quote_literal(d.description), n.nspname::text
        from pg_description d left join spaces n on d.classoid = 'pg_namespace'::regclass and n.oid = d.objoid
        where (d.objoid >= 16384 and (d.classoid <> 'pg_extension'::regclass or not exists (
                select from pg_extension e join pg_available_extensions a on a.name = e.extname where e.oid = d.objoid and a.comment = d.description)))
          or (n.nspname = 'public' and d.description <> 'standard public schema')
        order by 1
        """;

    /// <summary>
    /// Who may do what, as far as it is not what an object of its kind comes with: the object's id and, for schemas, its name; whether it is
    /// given or taken; the role; whether it may be passed on; the rights and what they are on, as statements have it.
    /// </summary>
    public const string Grants = $"""
        {PostgresScope.Routines},
        lists as (
            select '1259.' || c.oid as id, case c.relkind when 'S' then 'sequence ' || c.path else c.path end as target, '' as columns, c.relacl as acl,
              acldefault(case c.relkind when 'S' then 's'::"char" else 'r' end, c.relowner) as base, null::text as name
            from relations c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relacl is not null
            union all
            select format('1259.%s.%s', c.oid, a.attnum), c.path, format(' (%I)', a.attname), a.attacl, null::aclitem[], null
            from relations c join pg_attribute a on a.attrelid = c.oid where a.attacl is not null and not a.attisdropped
            union all
            select '1255.' || p.oid, format('%s %s(%s)', case p.word when 'aggregate' then 'function' else p.word end, p.path, replace(p.parameters, '*', '')), '', p.proacl, acldefault('f', p.proowner), null
            from routines p where p.proacl is not null
            union all
            select '1247.' || t.oid, 'type ' || t.path, '', t.typacl, acldefault('T', t.typowner), null from types t where t.typacl is not null
            union all
            select '2615.' || n.oid, format('schema %I', n.nspname), '', n.nspacl, coalesce(i.initprivs, acldefault('n', n.nspowner)), n.nspname::text
            from spaces s join pg_namespace n on n.oid = s.oid
            left join pg_init_privs i on i.classoid = 'pg_namespace'::regclass and i.objoid = n.oid
            where n.nspacl is not null),
        items as (
            select l.id, l.name, l.target, l.columns, false as taken, e.* from lists l cross join lateral aclexplode(l.acl) with ordinality e
            where not exists (select from aclexplode(l.base) b where (b.grantee, b.privilege_type, b.is_grantable) = (e.grantee, e.privilege_type, e.is_grantable))
            union all
            select l.id, l.name, l.target, l.columns, true, e.* from lists l cross join lateral aclexplode(l.base) with ordinality e
            where not exists (select from aclexplode(l.acl) b where (b.grantee, b.privilege_type) = (e.grantee, e.privilege_type)))
        select i.id, i.name, i.taken::text, coalesce(r.rolname, 'public')::text, i.is_grantable::text,
          string_agg(distinct lower(i.privilege_type) || i.columns, ', '), i.target, coalesce(quote_ident(r.rolname), 'public')
        from items i left join pg_roles r on r.oid = i.grantee
        group by i.id, i.name, i.taken, r.rolname, i.is_grantable, i.target
        order by i.id, i.taken desc, r.rolname, i.is_grantable
        """;

    /// <summary>Rights that new objects come with, as rows of <see cref="PostgresObjectRow"/>.</summary>
    public const string Defaults = $"""
        {PostgresScope.Relations},
        lists as (
            select d.*, s.name as space, concat('alter default privileges', case when r.rolname <> current_user then format(' for role %I', r.rolname) end,
                ' in schema ' || quote_ident(s.nspname)) as head, case when r.rolname <> current_user then ' for ' || r.rolname else '' end as whose,
              case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end as kind,
              case when d.defaclnamespace = 0 then acldefault(d.defaclobjtype, d.defaclrole) else null::aclitem[] end as base
            from pg_default_acl d left join spaces s on s.oid = d.defaclnamespace join pg_roles r on r.oid = d.defaclrole
            where s.oid is not null or (d.defaclnamespace = 0 and current_setting('dowel.only') = '')),
        items as (
            select l.*, false as taken, e.* from lists l cross join lateral aclexplode(l.defaclacl) e
            where not exists (select from aclexplode(l.base) b where (b.grantee, b.privilege_type, b.is_grantable) = (e.grantee, e.privilege_type, e.is_grantable))
            union all
            select l.*, true, e.* from lists l cross join lateral aclexplode(l.base) e
            where not exists (select from aclexplode(l.defaclacl) b where (b.grantee, b.privilege_type) = (e.grantee, e.privilege_type)))
        select null, null, 'Grant', i.space, concat('default privileges on ', i.kind, i.whose),
          concat(case when i.taken then 'revoked from ' end, coalesce(r.rolname, 'public'), case when i.is_grantable then ' with grant option' end), null,
          concat(i.head, case when i.taken then ' revoke ' else ' grant ' end, i.rights, ' on ', i.kind, case when i.taken then ' from ' else ' to ' end, i.role,
              case when i.is_grantable then ' with grant option' end),
          concat(i.head, case when i.taken then ' grant ' else ' revoke ' end, i.rights, ' on ', i.kind, case when i.taken then ' to ' else ' from ' end, i.role),
          null, null, '', coalesce('2615.' || nullif(i.defaclnamespace, 0), '')
        from (
            select oid, space, kind, whose, head, taken, grantee, is_grantable, defaclnamespace, string_agg(distinct lower(privilege_type), ', ') as rights,
              coalesce((select quote_ident(rolname) from pg_roles where oid = grantee), 'public') as role
            from items group by 1, 2, 3, 4, 5, 6, 7, 8, 9) i
        left join pg_roles r on r.oid = i.grantee
        """;
}
