create schema s; create table s."from" (stdin int, "from stdin" text);
create table stdin (a int); create table "copy;" ("a;" int, "it's" text);
copy s.from from stdin;
1	x;
\.
copy stdin from stdin;
7
\.
copy "copy;" ("it's", "a;") from /* where; */ stdin -- here;
with (delimiter ';') where "a;" > 1;
one;1
two;2
\.
