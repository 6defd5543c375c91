create table t (a int);
begin; insert into t values (1); rollback;
begin read write; insert into t values (2); savepoint s; insert into t values (3); rollback to s; commit;
start transaction isolation level repeatable read, read only; select count(*) from t; commit;
