create table t (a, b);
insert into t values (1 - -1, 8/2), (3-(-2), 2*(3)), (4/2, 1);
