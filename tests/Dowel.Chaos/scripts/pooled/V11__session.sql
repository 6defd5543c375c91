create schema side;
create table side.here (id int);
create index concurrently here_id on side.here (id);
begin;
set local search_path = side, public;
insert into here values (1);
insert into log (script, what) values (11, 'beside');
commit;
