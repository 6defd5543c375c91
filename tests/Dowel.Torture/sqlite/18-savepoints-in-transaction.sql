begin;
create table t (a);
savepoint a; insert into t values (1); savepoint b; insert into t values (2); rollback to b; release a;
commit;
insert into t values (5);
