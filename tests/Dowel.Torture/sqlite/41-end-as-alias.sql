create table t (a);
insert into t values (1), (2);
create table u as select "end".a as "end" from t as "end" where case "end".a when 1 then 1 else 0 end;
create view v as select a as [end], case when a = 1 then 'one' end as [case;] from t;
insert into t select case a when 1 then 9 end from t;
