namespace Dowel.Postgres;

/// <summary>What the catalog has of functions, procedures and aggregates, each with its statements.</summary>
/// <remarks>The queries give the columns that <see cref="PostgresObjectRow"/> names.</remarks>
internal static class PostgresRoutineQueries
{
    /// <summary>Functions and procedures. The server prints their schema always, so that the head is written anew.</summary>
    public const string Routines = $"""
        {PostgresScope.Routines}
        select '1255.' || p.oid, null, initcap(p.word), p.space, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)), null,
          format('%s %s(%s)', p.word, p.path, p.parameters), format('create %s %s(', p.word, p.path) || d.rest, null,
          format('create or replace %s %s(', p.word, p.path) || d.rest, null,
          concat_ws(' ', p.prokind, pg_get_function_result(p.oid), p.proargnames, p.proargmodes, p.proallargtypes, p.pronargdefaults), ''
        from routines p
        cross join lateral (select rtrim(substr(pg_get_functiondef(p.oid), length(format('CREATE OR REPLACE %s %s.%I(', p.word, p.pronamespace::regnamespace, p.proname)) + 1), E'\n')) d (rest)
        where p.prokind <> 'a'
        """;

    /// <summary>Aggregates, whose statements the server does not print.</summary>
    public const string Aggregates = $"""
        {PostgresScope.Routines}
        select '1255.' || p.oid, null, 'Aggregate', p.space, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)), null,
          format('aggregate %s(%s)', p.path, p.parameters),
          concat('create aggregate ', p.path, '(', coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'), ') (', concat_ws(', ',
              'sfunc = ' || g.aggtransfn, 'stype = ' || format_type(g.aggtranstype, null), 'sspace = ' || nullif(g.aggtransspace, 0),
              'finalfunc = ' || nullif(g.aggfinalfn, 0)::regproc, case when g.aggfinalextra then 'finalfunc_extra' end,
              case when g.aggfinalmodify <> case g.aggkind when 'n' then 'r' else 'w' end
                then 'finalfunc_modify = ' || case g.aggfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
              'combinefunc = ' || nullif(g.aggcombinefn, 0)::regproc, 'serialfunc = ' || nullif(g.aggserialfn, 0)::regproc,
              'deserialfunc = ' || nullif(g.aggdeserialfn, 0)::regproc, 'initcond = ' || quote_literal(g.agginitval),
              'msfunc = ' || nullif(g.aggmtransfn, 0)::regproc, 'minvfunc = ' || nullif(g.aggminvtransfn, 0)::regproc,
              'mstype = ' || format_type(nullif(g.aggmtranstype, 0), null), 'msspace = ' || nullif(g.aggmtransspace, 0),
              'mfinalfunc = ' || nullif(g.aggmfinalfn, 0)::regproc, case when g.aggmfinalextra then 'mfinalfunc_extra' end,
              case when g.aggmfinalmodify <> case g.aggkind when 'n' then 'r' else 'w' end
                then 'mfinalfunc_modify = ' || case g.aggmfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
              'minitcond = ' || quote_literal(g.aggminitval),
              (select format('sortop = operator(%I.%s)', n.nspname, o.oprname) from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where o.oid = g.aggsortop),
              case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end, case g.aggkind when 'h' then 'hypothetical' end), ')'),
          null, null, null, '', ''
        from routines p join pg_aggregate g on g.aggfnoid = p.oid
        """;
}
