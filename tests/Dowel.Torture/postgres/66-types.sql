create type pair as (a int, "b;" text);
create type span as range (subtype = float8, subtype_diff = float8mi);
create type state as enum ('a;', 'it''s', $$b$$);
create table t (p pair, s span, e state default 'a;', a state[] default '{a;,b}');
insert into t values (row(1, ';'), '[1.5,2.5)', 'it''s', array['b', 'a;']::state[]), ('(2,"x;y")', 'empty', default, default);
