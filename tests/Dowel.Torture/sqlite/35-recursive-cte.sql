create table numbers (n int, s text);
with recursive count (n) as (select 1 union all select n + 1 from count where n < 5)
insert into numbers select n, printf('%03d;', n) from count;
with begin (a) as (values (100)), "end" as (select a from begin) insert into numbers select a, 'cte' from "end";
