namespace Dowel.Postgres;

/// <summary>What the catalog has of what needs what, and of what has no place in the model.</summary>
internal static class PostgresDependencyQueries
{
    /// <summary>
    /// Pairs of ids, <c>catalog.object</c> or <c>catalog.object.column</c>. A view's needs are those of the rule that it is, a default's its
    /// column's; an array type stands for its elements, a row type for its table, a member of an extension for the extension.
    /// </summary>
    public const string Dependencies = """
        select distinct case d.classid
            when 'pg_rewrite'::regclass then case when r.rulename = '_RETURN' then '1259.' || r.ev_class else '2618.' || r.oid end
            when 'pg_class'::regclass then concat_ws('.', d.classid, d.objid, case when c.relkind <> 'c' then nullif(d.objsubid, 0) end)
            when 'pg_attrdef'::regclass then format('1259.%s.%s', f.adrelid, f.adnum)
            else concat_ws('.', d.classid, d.objid, nullif(d.objsubid, 0)) end,
          case when e.refobjid is not null then '3079.' || e.refobjid
            when t.oid is not null then coalesce('1259.' || nullif(l.typrelid, 0), '1247.' || l.oid, '1259.' || nullif(t.typrelid, 0), '1247.' || t.oid)
            else concat_ws('.', d.refclassid, d.refobjid, nullif(d.refobjsubid, 0)) end
        from pg_depend d
        left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
        left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
        left join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and f.oid = d.objid
        left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid
        left join pg_type l on l.oid = case t.typcategory when 'A' then nullif(t.typelem, 0) end
        left join pg_depend e on e.classid = d.refclassid and e.objid = d.refobjid and e.deptype = 'e'
        where d.deptype in ('n', 'a') and d.objid >= 16384 and d.refobjid >= 16384 and d.refclassid <> 'pg_namespace'::regclass
        """;

    /// <summary>What is there and is not read, one by one.</summary>
    public const string Remainder = $"""
        {PostgresScope.Types},
        others as (
            select 'pg_collation'::regclass::oid as class, oid, collnamespace as space from pg_collation
            union all select 'pg_conversion'::regclass, oid, connamespace from pg_conversion
            union all select 'pg_operator'::regclass, oid, oprnamespace from pg_operator
            union all select 'pg_opclass'::regclass, oid, opcnamespace from pg_opclass
            union all select 'pg_opfamily'::regclass, oid, opfnamespace from pg_opfamily
            union all select 'pg_ts_config'::regclass, oid, cfgnamespace from pg_ts_config
            union all select 'pg_ts_dict'::regclass, oid, dictnamespace from pg_ts_dict
            union all select 'pg_ts_parser'::regclass, oid, prsnamespace from pg_ts_parser
            union all select 'pg_ts_template'::regclass, oid, tmplnamespace from pg_ts_template
            union all select 'pg_type'::regclass, t.oid, t.typnamespace from types t
                where (t.typtype = 'b' and not exists (select from pg_type e where e.typarray = t.oid)) or t.typtype = 'p'
            union all select 'pg_cast'::regclass, oid, 0 from pg_cast
            union all select 'pg_language'::regclass, oid, 0 from pg_language
            union all select 'pg_transform'::regclass, oid, 0 from pg_transform
            union all select 'pg_am'::regclass, oid, 0 from pg_am
            union all select 'pg_event_trigger'::regclass, oid, 0 from pg_event_trigger
            union all select 'pg_publication'::regclass, oid, 0 from pg_publication
            union all select 'pg_subscription'::regclass, oid, 0 from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())
            union all select 'pg_foreign_data_wrapper'::regclass, oid, 0 from pg_foreign_data_wrapper
            union all select 'pg_foreign_server'::regclass, oid, 0 from pg_foreign_server
            union all select 'pg_user_mapping'::regclass, umid, 0 from pg_user_mappings)
        select pg_describe_object(o.class, o.oid, 0)
        from others o
        where o.oid >= 16384 and (o.space in (select oid from spaces) or (o.space = 0 and current_setting('dowel.only') = ''))
          and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid and d.deptype in ('e', 'i'))
        union all
        select format('%s is of type %s', pg_describe_object('pg_class'::regclass, c.oid, 0), c.reloftype::regtype) from relations c where c.reloftype <> 0
        union all
        select format('%s has statistics target %s', pg_describe_object('pg_statistic_ext'::regclass, x.oid, 0), x.stxstattarget)
        from pg_statistic_ext x where x.stxstattarget >= 0 and x.stxnamespace in (select oid from spaces)
        union all
        select format('%s depends on %s', pg_describe_object(d.classid, d.objid, d.objsubid), pg_describe_object(d.refclassid, d.refobjid, 0))
        from pg_depend d where d.deptype = 'x' and current_setting('dowel.only') = ''
        union all
        select format('security label of %s', pg_describe_object(l.classoid, l.objoid, l.objsubid)) from pg_seclabel l where current_setting('dowel.only') = ''
        order by 1
        """;
}
