do $$ begin if not exists (select from pg_roles where rolname = 'dowel_torture') then create role dowel_torture; end if; end $$;
create table t (id int, owner text);
alter table t enable row level security;
create policy mine on t using (owner = current_user or owner = ';') with check (owner <> ')');
grant select (id), insert on t to dowel_torture; revoke all on schema public from public; grant usage on schema public to public;
alter default privileges in schema public grant select on tables to dowel_torture;
comment on policy mine on t is 'it''s; mine';
