--- pair an enum that everything uses loses a label
--- before
create type mood as enum ('sad', 'ok', 'happy');
create function worse(m mood) returns boolean language sql immutable as $$ select m < 'ok' $$;
create table t (id integer primary key, m mood default 'sad' not null, ms mood[] default '{ok}', constraint t_m check (m <> 'happy'));
create index t_part on t (id) where m = 'sad';
create index t_expr on t (worse(m));
create view v as select m, count(*) as n from t group by m;
create materialized view x as select m from v;
create index x_m on x (m);
alter table t enable row level security;
create policy t_p on t using (m = 'sad');
--- after
create type mood as enum ('sad', 'happy');
create function worse(m mood) returns boolean language sql immutable as $$ select m < 'happy' $$;
create table t (id integer primary key, m mood default 'sad' not null, ms mood[] default '{sad}', constraint t_m check (m <> 'happy'));
create index t_part on t (id) where m = 'sad';
create index t_expr on t (worse(m));
create view v as select m, count(*) as n from t group by m;
create materialized view x as select m from v;
create index x_m on x (m);
alter table t enable row level security;
create policy t_p on t using (m = 'sad');
--- rows
insert into t values (1, 'sad', '{sad}');
--- back rows
insert into t values (1, 'sad', '{sad}');

--- pair an enum loses a label in a composite, a domain and a generated column
--- before
create type mood as enum ('sad', 'ok', 'happy');
create type pair as (m mood, n integer);
create domain bright as mood constraint bright_not check (value <> 'sad');
create table t (id integer primary key, p pair, b bright, m mood, is_sad boolean generated always as (m = 'sad') stored);
--- after
create type mood as enum ('sad', 'happy');
create type pair as (m mood, n integer);
create domain bright as mood constraint bright_not check (value <> 'sad');
create table t (id integer primary key, p pair, b bright, m mood, is_sad boolean generated always as (m = 'sad') stored);
--- rows
insert into t (id, b, m) values (1, 'happy', 'sad');
--- back rows
insert into t (id, b, m) values (1, 'happy', 'sad');

--- pair an enum in a primary key and a foreign key gets another order
--- before
create type kind as enum ('a', 'b', 'c');
create table kinds (k kind primary key);
create table t (id integer primary key, k kind references kinds);
--- after
create type kind as enum ('c', 'b', 'a');
create table kinds (k kind primary key);
create table t (id integer primary key, k kind references kinds);
--- rows
insert into kinds values ('a'), ('b');
insert into t values (1, 'a');
--- back rows
insert into kinds values ('a'), ('b');
insert into t values (1, 'a');

--- pair an enum loses a label under a partitioned table
--- before
create type kind as enum ('a', 'b', 'c');
create table t (id integer, k kind default 'a' not null) partition by list (k);
create table t_a partition of t for values in ('a');
create table t_other partition of t default;
--- after
create type kind as enum ('a', 'b', 'c', 'd');
create table t (id integer, k kind default 'a' not null) partition by list (k);
create table t_a partition of t for values in ('a');
create table t_d partition of t for values in ('d');
create table t_other partition of t default;
--- rows
insert into t values (1, 'a'), (2, 'b');
--- one way

--- pair an enum column of a partitioned table is rebuilt
--- before
create type kind as enum ('a', 'b', 'c');
create table t (id integer not null, k kind default 'a', ks kind[]) partition by range (id);
create table t_1 partition of t for values from (0) to (10);
create index t_k on t (k);
--- after
create type kind as enum ('a', 'c');
create table t (id integer not null, k kind default 'a', ks kind[]) partition by range (id);
create table t_1 partition of t for values from (0) to (10);
create index t_k on t (k);
--- rows
insert into t values (1, 'a', '{c}');
--- back rows
insert into t values (1, 'a', '{c}');

--- pair an enum grows and a new table, a new column and a new check use the label
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('sad', 'happy', 'it''s odd');
create table t (id integer primary key, m mood, n mood default 'it''s odd' not null, constraint t_n check (n = 'it''s odd' or m is null));
create table u (id integer primary key, m mood default 'it''s odd' check (m <> 'it''s odd' or id > 0));
create view v as select id from t where m = 'it''s odd';
create function f() returns mood language sql as $$ select 'it''s odd'::mood $$;
--- rows
insert into t values (1, 'sad');
--- back rows
insert into t values (1, null, 'happy');

--- pair an enum grows and a filling uses the label
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('sad', 'happy', 'unknown');
create table t (id integer primary key, m mood not null);
--- backfill t.m: 'unknown'
--- rows
insert into t values (1, 'sad'), (2, null);
--- back rows
insert into t values (1, 'sad');

--- pair two labels are renamed and one comes
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad' constraint t_m check (m = 'sad' or m = 'happy'));
create index t_sad on t (id) where m = 'sad';
--- after
create type mood as enum ('blue', 'ok', 'glad');
create table t (id integer primary key, m mood default 'blue' constraint t_m check (m = 'blue' or m = 'glad'));
create index t_sad on t (id) where m = 'blue';
--- renamed enum mood.sad -> mood.blue
--- renamed enum mood.happy -> mood.glad
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);

--- pair a label is renamed and another goes
--- before
create type mood as enum ('sad', 'ok', 'happy');
create table t (id integer primary key, m mood default 'sad');
create view v as select id from t where m = 'sad';
--- after
create type mood as enum ('blue', 'happy');
create table t (id integer primary key, m mood default 'blue');
create view v as select id from t where m = 'blue';
--- renamed enum mood.sad -> mood.blue
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, 'happy');

--- pair an enum becomes a text with a check
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad' not null, ms mood[]);
create view v as select m from t where m = 'sad';
create function f(mood) returns text language sql as $$ select $1::text $$;
--- after
create table t (id integer primary key, m text default 'sad' not null constraint t_m check (m in ('sad', 'happy')), ms text[]);
create view v as select m from t where m = 'sad';
--- rows
insert into t values (1, 'sad', '{happy}');
--- back rows
insert into t values (1, 'sad', '{happy}');

--- pair an enum moves to another schema under a column, an array and a function
--- before
create schema kinds;
create schema old;
create type old.mood as enum ('sad', 'happy');
create table t (id integer primary key, m old.mood default 'sad', ms old.mood[] default '{sad}');
create function f(old.mood) returns text language sql as $$ select 'x' $$;
create view v as select m from t where m = 'sad';
--- after
create schema kinds;
create schema old;
create type kinds.mood as enum ('sad', 'happy');
create table t (id integer primary key, m kinds.mood default 'sad', ms kinds.mood[] default '{sad}');
create function f(kinds.mood) returns text language sql as $$ select 'x' $$;
create view v as select m from t where m = 'sad';
--- renamed enum old:mood -> kinds:mood
--- rows
insert into t values (1, 'sad', '{sad}');
--- back rows
insert into t values (1, 'sad', '{sad}');

--- pair enums with names that need quotes
--- before
create schema "Big";
create type "Big"."Mood Type" as enum ('Sad One', 'b');
create table "T" ("Id" integer primary key, "M" "Big"."Mood Type" default 'Sad One', "Ms" "Big"."Mood Type"[]);
--- after
create schema "Big";
create type "Big"."Mood Type" as enum ('b', 'Sad One');
create table "T" ("Id" integer primary key, "M" "Big"."Mood Type" default 'b', "Ms" "Big"."Mood Type"[]);
create view "V" as select "M" from "T" where "M" = 'Sad One';
--- rows
insert into "T" values (1, 'Sad One', '{b,Sad One}');
--- back rows
insert into "T" values (1, 'Sad One', '{b,Sad One}');

--- pair two enums are rebuilt below one table
--- before
create type a as enum ('x', 'y', 'z');
create type b as enum ('p', 'q', 'r');
create table t (id integer primary key, a a default 'x', b b default 'p', constraint t_ab check (a <> 'y' or b <> 'q'));
create unique index t_ab_key on t (a, b);
--- after
create type a as enum ('x', 'y');
create type b as enum ('q', 'p');
create table t (id integer primary key, a a default 'x', b b default 'p', constraint t_ab check (a <> 'y' or b <> 'q'));
create unique index t_ab_key on t (a, b);
--- rows
insert into t values (1, 'x', 'p');
--- back rows
insert into t values (1, 'x', 'p');

--- pair an enum without labels gets some
--- before
create type mood as enum ();
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('a', 'b');
create table t (id integer primary key, m mood);
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);

--- pair an enum with rights and a remark is rebuilt
--- before
create type mood as enum ('a', 'b', 'c');
revoke usage on type mood from public;
grant usage on type mood to pg_monitor;
comment on type mood is 'how it is';
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('a', 'c');
revoke usage on type mood from public;
grant usage on type mood to pg_monitor;
comment on type mood is 'how it is';
create table t (id integer primary key, m mood);
--- rows
insert into t values (1, 'c');
--- back rows
insert into t values (1, 'c');

--- pair an enum in a function's parameters, result and variadic list loses a label
--- before
create type mood as enum ('a', 'b', 'c');
create function f(m mood, n mood[]) returns setof mood language sql as $$ select m $$;
create function g(variadic mood[]) returns table (m mood, n integer) language sql as $$ select 'a'::mood, 1 $$;
create procedure p(inout m mood) language plpgsql as $$ begin m := 'a'; end $$;
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('a', 'c');
create function f(m mood, n mood[]) returns setof mood language sql as $$ select m $$;
create function g(variadic mood[]) returns table (m mood, n integer) language sql as $$ select 'a'::mood, 1 $$;
create procedure p(inout m mood) language plpgsql as $$ begin m := 'a'; end $$;
create table t (id integer primary key, m mood);
--- rows
insert into t values (1, 'c');
--- back rows
insert into t values (1, 'c');
