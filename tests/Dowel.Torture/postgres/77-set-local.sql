begin;
set local search_path = pg_catalog; set local role none; set transaction isolation level serializable;
create table public.t (a int);
commit;
insert into t values (1);
select set_config('search_path', 'nowhere', true);
insert into t values (2);
