--- pair a function comes and is used by all sorts
--- before
create table t (id integer primary key, a integer);
--- after
create function double(a integer) returns integer language sql immutable as $$ select a * 2 $$;
create table t (id integer primary key, a integer default double(2), b integer generated always as (double(id)) stored, constraint t_a check (double(a) > 0));
create index t_double on t (double(a));
create view v as select double(a) as d from t;
comment on function double(integer) is 'twice';
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a function gets another body
--- before
create table t (id integer primary key, a integer);
create function total() returns bigint language sql stable as $$ select sum(a) from t $$;
--- after
create table t (id integer primary key, a integer);
create function total() returns bigint language sql stable as $$ select sum(a) + 1 from t $$;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a function gets another result and stands below others
--- before
create function f(a integer) returns integer language sql immutable as $$ select a $$;
create table t (id integer primary key, a integer default f(1), c integer generated always as (f(id)) stored, constraint t_a check (f(a) > 0));
create index t_f on t (f(a));
create view v as select f(a) as x from t;
--- after
create function f(a integer) returns bigint language sql immutable as $$ select a::bigint $$;
create table t (id integer primary key, a integer default f(1), c integer generated always as (f(id)) stored, constraint t_a check (f(a) > 0));
create index t_f on t (f(a));
create view v as select f(a) as x from t;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a function gets another parameter
--- before
create function f(a integer) returns integer language sql immutable as $$ select a $$;
create table t (id integer primary key, a integer default f(1));
--- after
create function f(a integer, b integer default 2) returns integer language sql immutable as $$ select a + b $$;
create table t (id integer primary key, a integer default f(1, 3));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair functions that call each other
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key);
create function z_first() returns integer language sql as $$ select 1 $$;
create function a_last() returns integer language sql as $$ select z_first() + 1 $$;
create view v as select id from t;
create function count_t() returns bigint language sql as $$ select count(*) from v $$;
--- rows
insert into t values (1);

--- pair a function with a body of standard SQL
--- before
create table t (id integer primary key, a integer);
create function total() returns bigint language sql stable begin atomic select sum(a) from t; end;
--- after
create table t (id integer primary key, a bigint);
create function total() returns numeric language sql stable begin atomic select sum(a) from t; end;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a procedure and an aggregate
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key);
create procedure clear() language sql as $$ delete from t $$;
create function plus(a integer, b integer) returns integer language sql immutable as $$ select a + b $$;
create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '0');
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair a trigger comes
--- before
create table t (id integer primary key, at timestamptz);
--- after
create function touch() returns trigger language plpgsql as $$
begin
    new.at := now();
    return new;
end
$$;
create table t (id integer primary key, at timestamptz);
create trigger t_touch before update of at on t for each row when (old.at is distinct from new.at) execute function touch();
comment on trigger t_touch on t is 'keeps the time';
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);

--- pair a trigger changes and is switched off
--- before
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, at timestamptz);
create trigger t_touch before update on t for each row execute function touch();
--- after
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, at timestamptz);
create trigger t_touch after insert or update on t for each row execute function touch();
alter table t disable trigger t_touch;
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);

--- pair a trigger is in the way of a type
--- before
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_touch before update of a on t for each row when (new.a > 0) execute function touch();
--- after
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a bigint);
create trigger t_touch before update of a on t for each row when (new.a > 0) execute function touch();
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a rule
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key);
create rule t_keep as on delete to t do instead nothing;
--- rows
insert into t values (1);
--- back rows
insert into t values (1);
