-- dowel: repeat=always
-- The role that the development service works as: it may read and write rows, and owns nothing, so
-- that row security holds for it.
do $$
declare
    system text;
begin
    if not exists (select from pg_roles where rolname = 'dowel_app') then
        create role dowel_app nologin nosuperuser nobypassrls;
    end if;
    for system in
        select nspname from pg_namespace where nspname in ('game_accounts', 'xp', 'core_data', 'deploy_store', 'workspaces')
    loop
        execute format('grant usage on schema %I to dowel_app', system);
        execute format('grant select, insert, update, delete on all tables in schema %I to dowel_app', system);
        execute format('grant usage on all sequences in schema %I to dowel_app', system);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to dowel_app', system);
        execute format('alter default privileges in schema %I grant usage on sequences to dowel_app', system);
    end loop;
end
$$;
