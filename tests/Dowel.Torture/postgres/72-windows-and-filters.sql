create table t (g int, v int); insert into t select n % 3, n from generate_series(1, 9) n;
create view w as select g, sum(v) over (partition by g order by v rows between unbounded preceding and current row exclude ties) as s,
  count(*) filter (where v > 2) over win as c, lag(v, 1, 0) over win as l from t window win as (partition by g order by v);
create view gs as select g, v, grouping(g, v) as k, string_agg(v::text, ';' order by v) as s from t group by grouping sets ((g), (v), ());
