create table t (a int);
begin; insert into t values (1); commit and chain;
insert into t values (2); rollback and chain;
insert into t values (3); commit and no chain;
