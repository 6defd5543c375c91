create table t (a);
begin;
insert into t values ('lost');
rollback;
begin; insert into t values ('lost too'); rollback transaction;
begin; insert into t values ('kept'); commit;
