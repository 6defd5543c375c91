create table t (a);
insert into t values (1); -- no line end behind this; insert into t values (2);