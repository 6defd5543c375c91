create table t (id int, j jsonb, a int[], h text);
insert into t values (1, '{"a;": {"b": [1, 2]}}', '{1,2,3}', 'x'), (2, '{"c": "d"}'::jsonb, array[4, 5]::int[], 'y');
create view v as
select id, j ->> 'a;' as p, j #>> '{a;,b,0}' as q, j @> '{"c": "d"}' as r, j ? 'c' as s, j ?| array['a;', 'z'] as u, j ?& array['c'] as w,
  a[1:2] as x, a[:2] as y, a[2:] as z, a && array[4] as ab, a @> '{1}' as ac, h !~* '^;' as ad, -id as ae, id - -1 as af, @id as ag, |/ 4.0 as ah,
  j @? '$.c ? (@ == "d")' as ai, j @@ '$.c == "d"' as aj, id <> 1 as ak, (id % 2) ^ 2 as al, ~id # 1 as am
from t;
create operator === (leftarg = int, rightarg = int, function = int4eq, commutator = ===);
create operator +/? (leftarg = int, rightarg = int, function = int4pl);
create table u as select 1 === 1 as a, 1 +/? 2 as b, 4-/*;*/-2 as c, 4 --;
 + 1 as d;
