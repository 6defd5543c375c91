create table t (a);
insert into t values (1);
/* never closed ; insert into t values (2);
