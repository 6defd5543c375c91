create table lines (id int, line text);
copy lines from stdin;
1	one
2	two; and a half
3	\N
\.
insert into log (script, what) select 9, line from lines order by id limit 2;
