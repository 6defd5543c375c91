select pg_catalog.set_config('search_path', '', false);
create table public.t (a int);
insert into public.t values (1);
