create table t (a int);
begin; insert into t values (1); alter table t add b text default ';'; commit;
create index concurrently on t (a);
begin; insert into t values (2); rollback;
create materialized view m as select count(*) as n from t; create unique index on m (n);
begin; refresh materialized view concurrently m; insert into t values (3); end;
drop index concurrently t_a_idx;
