create table t (a int, b text);
explain insert into t values (1, ';');
explain (analyze, costs off, timing off, summary off) insert into t values (2, 'x;');
values (1, ';'), (2, ')'); table t;
(select 1); ((select 2) union (select 3));
