begin;
create table t (a int);
savepoint one; insert into t values (1);
savepoint two; insert into t values (2); rollback to two;
rollback to savepoint two; release savepoint two;
insert into t values (3); release one;
commit;
