create table t (id int, "end" int, "begin" int);
insert into t values (1, 2, 3);
create function last_one() returns int begin atomic select t.end from t; end;
create function labels() returns int begin atomic select 1 as end; select id as case from t; select id end from t; end;
create function begins() returns int begin atomic select begin from t; end;
insert into t values (last_one(), labels(), begins());
