begin;
create table t (a int);
insert into t values (1);
commit;
begin isolation level serializable; insert into t values (2); end;
start transaction; insert into t values (3); commit work;
begin transaction; insert into t values (4); rollback;
begin; insert into t values (5); abort;
