create schema other;
set search_path = other;
create table t (a int);
insert into t values (1);
