/*+ SeqScan(t) */ create table t (a int, "begin atomic" text default 'copy t from stdin;');
select /*+ ; */ count(*) -- \connect nowhere; \restrict x
from t;
insert into t values (1, '
copy t from stdin;
1
\.
'), (2, $$
\connect nowhere
$$);
