--- pair overloads come, change and go
--- before
create function f(a integer) returns integer language sql as $$ select 1 $$;
create function f(a text) returns integer language sql as $$ select 2 $$;
create function f(a integer, b integer) returns integer language sql as $$ select 3 $$;
--- after
create function f(a integer) returns integer language sql as $$ select 10 $$;
create function f(a text) returns text language sql as $$ select 'x' $$;
create function f(a bigint) returns integer language sql as $$ select 4 $$;
comment on function f(bigint) is 'big';

--- pair a default calls a function that gets another body
--- before
create function next_code() returns text language sql volatile as $$ select 'a' $$;
create table t (id integer primary key, code text default next_code() not null);
--- after
create function next_code() returns text language plpgsql volatile as $$ begin return 'b'; end $$;
create table t (id integer primary key, code text default next_code() not null);
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a function in a default, a check, an index, a view and a policy gets another result
--- before
create function norm(a text) returns varchar language sql immutable as $$ select lower(a)::varchar $$;
create table t (id integer primary key, a text default norm('X'), constraint t_a check (norm(a) <> ''));
create index t_norm on t (norm(a));
create unique index t_norm_key on t (norm(a)) where norm(a) is not null;
create view v as select norm(a) as n from t;
create materialized view w as select n from v;
alter table t enable row level security;
create policy t_p on t using (norm(a) = 'x');
create function g() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t_g before insert on t for each row when (norm(new.a) = 'x') execute function g();
--- after
create function norm(a text) returns text language sql immutable as $$ select lower(a) $$;
create table t (id integer primary key, a text default norm('X'), constraint t_a check (norm(a) <> ''));
create index t_norm on t (norm(a));
create unique index t_norm_key on t (norm(a)) where norm(a) is not null;
create view v as select norm(a) as n from t;
create materialized view w as select n from v;
alter table t enable row level security;
create policy t_p on t using (norm(a) = 'x');
create function g() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t_g before insert on t for each row when (norm(new.a) = 'x') execute function g();
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a parameter's name and default change
--- before
create function f(a integer, b integer default 1) returns integer language sql as $$ select a + b $$;
create view v as select f(1) as x;
--- after
create function f(a integer, c integer default 2) returns integer language sql as $$ select a + c $$;
create view v as select f(1) as x;

--- pair a function becomes strict, stable, leakproof and costs more
--- before
create function f(a integer) returns setof integer language sql as $$ select a $$;
--- after
create function f(a integer) returns setof integer language sql stable strict security definer parallel safe cost 50 rows 10 set search_path to 'pg_catalog' as $$ select a $$;

--- pair a function becomes a procedure
--- before
create function f(a integer) returns integer language sql as $$ select a $$;
--- after
create procedure f(a integer) language sql as $$ select a $$;

--- pair a procedure changes its body and its parameters
--- before
create procedure p(a integer) language plpgsql as $$ begin commit; end $$;
create procedure q(inout a integer) language plpgsql as $$ begin a := 1; end $$;
--- after
create procedure p(a integer) language plpgsql as $$ begin rollback; end $$;
create procedure q(inout b text) language plpgsql as $$ begin b := 'x'; end $$;
comment on procedure p(integer) is 'p';
grant execute on procedure p(integer) to pg_monitor;

--- pair an aggregate's function changes and it is used in a view
--- before
create function plus(a integer, b integer) returns integer language sql immutable as $$ select a + b $$;
create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '0');
create table t (id integer primary key, a integer);
create view v as select total(a) as n from t;
--- after
create function plus(a integer, b integer) returns integer language sql immutable as $$ select a + b + 0 $$;
create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '5');
create table t (id integer primary key, a integer);
create view v as select total(a) as n from t;
comment on aggregate total(integer) is 'all';
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair an aggregate of two kinds
--- before
create table t (id integer primary key);
--- after
create function add_max(s integer, a integer) returns integer language sql as $$ select greatest(s, a) $$;
create function half(s integer) returns numeric language sql as $$ select s / 2.0 $$;
create aggregate half_max(integer) (sfunc = add_max, stype = integer, finalfunc = half, combinefunc = add_max, parallel = safe);
create table t (id integer primary key);
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair a function that returns a table and one that returns the rows of one
--- before
create table t (id integer primary key, a text);
create function f() returns table (id integer, a text) language sql as $$ select id, a from t $$;
create function g() returns setof t language sql as $$ select * from t $$;
--- after
create table t (id integer primary key, a text, b text);
create function f() returns table (id integer, a text, b text) language sql as $$ select id, a, b from t $$;
create function g() returns setof t language sql as $$ select * from t $$;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x', 'y');

--- pair a function of a view's rows stands in the way
--- before
create table t (id integer primary key, a integer);
create view v as select id, a from t;
create function f(v) returns integer language sql as $$ select $1.a $$;
create view w as select f(v) as x from v;
--- after
create table t (id integer primary key, a bigint);
create view v as select id, a from t;
create function f(v) returns bigint language sql as $$ select $1.a $$;
create view w as select f(v) as x from v;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a body of standard SQL names a column that goes
--- before
create table t (id integer primary key, a integer, b integer);
create function f() returns integer language sql stable begin atomic select sum(a)::integer from t; end;
create view v as select f() as n;
--- after
create table t (id integer primary key, b integer);
create function f() returns integer language sql stable begin atomic select sum(b)::integer from t; end;
create view v as select f() as n;
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 3);

--- pair a body of standard SQL calls another that gets another result
--- before
create function f() returns integer language sql immutable return 1;
create function g() returns integer language sql immutable return f() + 1;
create table t (id integer primary key, a integer default g());
--- after
create function f() returns bigint language sql immutable return 1;
create function g() returns bigint language sql immutable return f() + 1;
create table t (id integer primary key, a integer default g());
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair functions in schemas with quoted names
--- before
create schema "Fn";
create function "Fn"."Do It"("A b" integer) returns integer language sql as $$ select 1 $$;
create table t (id integer primary key, a integer default "Fn"."Do It"(1));
--- after
create schema "Fn";
create function "Fn"."Do It"("A b" integer) returns integer language sql as $$ select 2 $$;
create function "Fn"."Do It"("A b" text) returns integer language sql as $$ select 3 $$;
create table t (id integer primary key, a integer default "Fn"."Do It"('x'));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a function's remark and rights survive that it is made anew
--- before
create function f(a integer) returns integer language sql as $$ select 1 $$;
comment on function f(integer) is 'f';
revoke execute on function f(integer) from public;
grant execute on function f(integer) to pg_monitor;
--- after
create function f(a integer) returns bigint language sql as $$ select 1::bigint $$;
comment on function f(integer) is 'f';
revoke execute on function f(integer) from public;
grant execute on function f(integer) to pg_monitor;

--- pair a function is renamed under a default and a check
--- before
create function old_name(a integer) returns integer language sql immutable as $$ select a $$;
create table t (id integer primary key, a integer default old_name(1) constraint t_a check (old_name(a) > 0));
create view v as select old_name(a) as x from t;
--- after
create function new_name(a integer) returns integer language sql immutable as $$ select a $$;
create table t (id integer primary key, a integer default new_name(1) constraint t_a check (new_name(a) > 0));
create view v as select new_name(a) as x from t;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair functions with bodies full of marks
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key);
create function f() returns text language plpgsql as $$
declare
    a text := 'it''s; a "test" -- no remark';
begin
    /* a remark; */
    execute format($q$select %L;$q$, a);
    return a || '$x$';
end
$$;
--- rows
insert into t values (1);
--- back rows
insert into t values (1);
