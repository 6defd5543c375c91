-- only a comment first
create table t (a int);
copy t from stdin;
1
2
\.
insert into t values (3);