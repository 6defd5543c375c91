create table t (a int, b text);
insert into t select n, 'x' || n from generate_series(1, 100) n;
create index concurrently t_a on t (a);
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_b ON t (b) WHERE b <> ';';
create /* now; */ index -- really
  concurrently on t (a, b);
drop index concurrently if exists t_a;
reindex index concurrently t_b; reindex (verbose, concurrently) table t;
