-- dowel: repeat=always
-- The role that the development service works as: it reads and writes rows and owns nothing, so that
-- row security holds for it. What the migrations make from now on it may use, and what they have made.
do $$
declare
    made text;
begin
    if not exists (select from pg_roles where rolname = 'dowel_app') then
        create role dowel_app nologin nosuperuser nobypassrls;
    end if;
    alter default privileges grant usage on schemas to dowel_app;
    alter default privileges grant select, insert, update, delete on tables to dowel_app;
    alter default privileges grant usage on sequences to dowel_app;
    for made in
        select nspname from pg_namespace where nspname in ('game_accounts', 'xp', 'core_data', 'deploy_store', 'workspaces')
    loop
        execute format('grant usage on schema %I to dowel_app', made);
        execute format('grant select, insert, update, delete on all tables in schema %I to dowel_app', made);
        execute format('grant usage on all sequences in schema %I to dowel_app', made);
    end loop;
end
$$;
