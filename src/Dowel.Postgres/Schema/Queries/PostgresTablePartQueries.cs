namespace Dowel.Postgres;

/// <summary>What the catalog has of triggers, rules, policies and statistics, each with its statements.</summary>
/// <remarks>The query gives the columns that <see cref="PostgresObjectRow"/> names.</remarks>
internal static class PostgresTablePartQueries
{
    /// <summary>All of them; without the triggers that a partition has from its parent.</summary>
    public const string Parts = $"""
        {PostgresScope.Relations}
        select '2620.' || g.oid, null, 'Trigger', c.space, c.relname::text, g.tgname::text, format('trigger %I on %s', g.tgname, c.path),
          d.text, null, case when g.tgconstraint = 0 then 'create or replace' || substr(d.text, length('create') + 1) end, null, (g.tgconstraint = 0)::text, ''
        from relations c join pg_trigger g on g.tgrelid = c.oid cross join lateral (select pg_get_triggerdef(g.oid, true)) d (text)
        where not g.tgisinternal and g.tgparentid = 0
        union all
        select '2618.' || r.oid, null, 'Rule', c.space, c.relname::text, r.rulename::text, format('rule %I on %s', r.rulename, c.path),
          d.text, null, 'create or replace' || substr(d.text, length('create') + 1), null, '', ''
        from relations c join pg_rewrite r on r.ev_class = c.oid cross join lateral (select rtrim(pg_get_ruledef(r.oid, true), ';')) d (text)
        where r.rulename <> '_RETURN'
        union all
        select '3256.' || p.oid, null, 'Policy', c.space, c.relname::text, p.polname::text, format('policy %I on %s', p.polname, c.path),
          concat('create policy ', quote_ident(p.polname), ' on ', c.path, case when not p.polpermissive then ' as restrictive' end,
              case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' end,
              case when p.polroles <> array[0::oid] then ' to ' || d.roles end, d.checks), null,
          concat('alter policy ', quote_ident(p.polname), ' on ', c.path, ' to ', d.roles, d.checks), null,
          concat_ws(' ', p.polpermissive, p.polcmd, p.polqual is not null, p.polwithcheck is not null), ''
        from relations c join pg_policy p on p.polrelid = c.oid
        cross join lateral (
            select (select string_agg(case r.role when 0 then 'public' else r.role::regrole::text end, ', ' order by r.role::regrole::text) from unnest(p.polroles) r (role)),
              concat(' using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')')) d (roles, checks)
        union all
        select '3381.' || x.oid, null, 'Statistics', s.name, x.stxname::text, null, 'statistics ' || d.path,
          'create statistics ' || d.path || substr(pg_get_statisticsobjdef(x.oid), length(format('CREATE STATISTICS %I.%I', s.nspname, x.stxname)) + 1), null, null, null, '', ''
        from pg_statistic_ext x join spaces s on s.oid = x.stxnamespace
        cross join lateral (select case when pg_statistics_obj_is_visible(x.oid) then quote_ident(x.stxname) else format('%I.%I', s.nspname, x.stxname) end) d (path)
        where not exists (select from members m where m.classid = 'pg_statistic_ext'::regclass and m.objid = x.oid)
        """;
}
