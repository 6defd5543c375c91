create table t (a int primary key);
insert into t select generate_series(1, 10);
vacuum; vacuum (analyze) t; vacuum full t; analyze t;
cluster t using t_pkey; cluster; cluster verbose;
reindex table t; reindex schema public;
insert into t values (11);
