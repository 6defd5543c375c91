create table t (a int); create table u (a int);
copy t from stdin; -- the rows; follow
1
\.
copy t from stdin; copy u from stdin; insert into t values (99);
2
\.
3
\.
insert into u values (98);
