--- pair triggers of all sorts come
--- before
create function f() returns trigger language plpgsql as $$ begin return null; end $$;
create table t (id integer primary key, a integer);
--- after
create function f() returns trigger language plpgsql as $$ begin return null; end $$;
create table t (id integer primary key, a integer);
create trigger t_1 before insert or update of a or delete on t for each row when (pg_trigger_depth() < 2) execute function f();
create trigger t_2 after update on t referencing old table as olds new table as news for each statement execute function f('x', 'it''s');
create trigger t_3 after truncate on t execute function f();
create constraint trigger t_4 after insert on t deferrable initially deferred for each row execute function f();
alter table t enable always trigger t_1;
alter table t enable replica trigger t_3;
comment on trigger t_2 on t is 'two';
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a trigger is renamed
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_1 before insert on t for each row execute function f();
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_2 before insert on t for each row execute function f();
--- renamed trigger t.t_1 -> t.t_2
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a trigger's column is renamed and dropped
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer, b integer);
create trigger t_1 before update of a, b on t for each row when (old.a is distinct from new.a) execute function f();
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, c integer);
create trigger t_1 before update of c on t for each row when (old.c is distinct from new.c) execute function f();
--- renamed t.a -> t.c
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2);

--- pair a trigger's function goes and another takes its place
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_1 before update on t for each row execute function f();
--- after
create schema fn;
create function fn.g() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_1 before update on t for each row execute function fn.g();
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a constraint trigger changes
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create constraint trigger t_1 after insert on t for each row execute function f();
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create constraint trigger t_1 after insert or update on t deferrable for each row when (new.a > 0) execute function f();
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a table with a trigger is renamed
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_1 before update of a on t for each row when (new.a > 0) execute function f();
alter table t disable trigger t_1;
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table u (id integer primary key, a integer);
create trigger t_1 before update of a on u for each row when (new.a > 0) execute function f();
alter table u disable trigger t_1;
--- renamed t -> u
--- rows
insert into t values (1, 2);
--- back rows
insert into u values (1, 2);

--- pair rules change, go and are switched off
--- before
create table t (id integer primary key, a integer);
create table log (id integer);
create rule r_1 as on insert to t do also insert into log values (new.id);
create rule r_2 as on update to t where new.a < 0 do instead nothing;
--- after
create table t (id integer primary key, a integer);
create table log (id integer);
create rule r_1 as on insert to t do also insert into log values (new.id + 1);
create rule r_3 as on delete to t do also (insert into log values (old.id); insert into log values (0));
alter table t disable rule r_1;
comment on rule r_3 on t is 'three';
--- rows
insert into log values (1);
--- back rows
insert into log values (1);

--- pair a trigger that is enabled otherwise, on a partitioned table
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer, a integer) partition by range (id);
create table t_1 partition of t for values from (0) to (10);
create trigger t_f after insert on t for each row execute function f();
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer, a integer) partition by range (id);
create table t_1 partition of t for values from (0) to (10);
create trigger t_f after insert or delete on t for each row when (pg_trigger_depth() = 0) execute function f();
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);
