create table t (a int, b text);
create view v as select a, b || ';' as "b;", E'\';' as c, $$;$$ as d from t where b <> '/*;' -- ;
;
create materialized view m as with x as (select 1 as n union all select 2) select n, 'a;b' as s from x with data;
create unique index on m (n);
refresh materialized view concurrently m;
create recursive view r (n) as values (1) union all select n + 1 from r where n < 5;
