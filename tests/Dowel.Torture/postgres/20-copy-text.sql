create table t (id int primary key, name text, note text);
copy t (id, name, note) from stdin;
1	it's; here	\N
2	$$ /* -- "	tab\tand\\backslash
3		\\.
\.
insert into t values (4, 'after', 'copy');
COPY public.t FROM STDIN;
5	second	block;
\.
