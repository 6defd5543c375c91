namespace Dowel.Postgres;

/// <summary>What of a database is read: said to the server in settings of the transaction, so that every query is a constant.</summary>
/// <remarks>
/// While a schema is read the search path is the default schema alone: the server then prints names in it without their schema, and all
/// others with it. Afterwards the path is what it was. To compile the queries would take longer than to run them, so that this is off.
/// </remarks>
/// <param name="Own">The names of Dowel's own tables, which do not count.</param>
internal sealed record PostgresScope(IReadOnlyCollection<string> Own)
{
    /// <summary>The only schema that counts; null for all.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether tables alone are wanted, as a statement can name them without a schema: the search path stays as it is.</summary>
    public bool IsVisible { get; init; }

    /// <summary>The statement that comes before all queries.</summary>
    public string Enter => $"""
        select set_config('dowel.own', {PostgresNames.Literal(Array(Own))}, true), set_config('dowel.only', {PostgresNames.Literal(Schema ?? "")}, true),
          set_config('dowel.visible', '{(IsVisible ? "on" : "")}', true), set_config('dowel.path', current_setting('search_path'), true), set_config('jit', 'off', true)
          {(IsVisible ? "" : ", set_config('search_path', coalesce(quote_ident(current_schema()), ''), true)")}
        """;

    /// <summary>The statement that comes after them.</summary>
    public const string Leave = "select set_config('search_path', current_setting('dowel.path'), true)";

    /// <summary>
    /// What queries begin with: the schemas that count with their names, null for the default one; what belongs to extensions; the relations
    /// that count with their schema's name and their own as statements have it.
    /// </summary>
    public const string Relations = """
        with recursive spaces as (
            select oid, nspname, case when current_setting('dowel.visible') = 'on' or nspname = current_schema() then null else nspname::text end as name
            from pg_namespace
            where nspname !~ '^pg_' and nspname <> 'information_schema' and current_setting('dowel.only') in ('', nspname)
              and (nspname !~ '^dowel_scratch_' or current_setting('dowel.only') = nspname)),
        members as (select classid, objid from pg_depend where deptype = 'e'),
        relations as (
            select c.*, s.name as space, c.oid::regclass::text as path
            from pg_class c join spaces s on s.oid = c.relnamespace
            where c.relname <> all (current_setting('dowel.own')::text[])
              and not exists (select from members m where m.classid = 'pg_class'::regclass and m.objid = c.oid)
              and (current_setting('dowel.visible') = '' or pg_table_is_visible(c.oid)))
        """;

    /// <summary>Also the types that count.</summary>
    public const string Types = $"""
        {Relations}, types as (
            select t.*, s.name as space, t.oid::regtype::text as path
            from pg_type t join spaces s on s.oid = t.typnamespace
            where not exists (select from members m where m.classid = 'pg_type'::regclass and m.objid = t.oid))
        """;

    /// <summary>Also the functions that count, with their names in statements and with what tells them from others of the name.</summary>
    public const string Routines = $"""
        {Types}, routines as (
            select p.*, s.name as space, format('%s%I', case when not pg_function_is_visible(p.oid) then quote_ident(s.nspname) || '.' end, p.proname) as path,
              case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end as word,
              case p.prokind when 'p' then pg_get_function_identity_arguments(p.oid)
                when 'a' then coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
                else oidvectortypes(p.proargtypes) end as parameters
            from pg_proc p join spaces s on s.oid = p.pronamespace
            where not exists (select from members m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
              and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i'))
        """;

    // An array as the server reads it.
    private static string Array(IEnumerable<string> names) =>
        $"{{{string.Join(',', names.Select(name => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
}
