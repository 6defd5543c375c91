create table t (a int);
set search_path = nowhere; prepare p as select 1;
discard all;
insert into t values (1);
discard plans; discard temp; discard sequences;
