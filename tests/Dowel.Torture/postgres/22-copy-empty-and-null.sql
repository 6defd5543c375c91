create table t (a int, b text);
copy t from stdin;
\.
copy t from stdin (null 'NULL', delimiter '|');
1|NULL
NULL|two
\.
