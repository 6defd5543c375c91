create temp table stage (a int, b text);
insert into stage values (1, 'x;');
create table t as select * from stage;
drop table stage;
