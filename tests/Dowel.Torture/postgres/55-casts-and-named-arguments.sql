create function f(a int default 1, b text default 'x;y', c text default $$;$$, d text default E'\';') returns text language sql as $$ select a || b || c || d $$;
create table t as select f() as a, f(b => 'q;') as b, f(1, c := ';') as c, '1'::int::text || ';' as d, interval '1 day' as e, date '2026-01-01' as g, 1e3 as h, .5 as i, 1. as j;
