create table t (a); insert into t values (1);
create view v as select * from t;
drop view v; drop table if exists t; drop table if exists missing;
create table t (b); insert into t values (2);
create trigger x after insert on t begin select 1; end; drop trigger x;
