create schema side;
set search_path = side, public;
create table here (id int);
create index concurrently here_id on here (id);
insert into here values (1);
insert into log (script, what) values (11, 'beside');
