do $$ begin if not exists (select from pg_roles where rolname = 'dowel_torture') then create role dowel_torture; end if; end $$;
create schema own authorization dowel_torture;
set role dowel_torture;
create table own.t (a int);
insert into own.t values (1);
