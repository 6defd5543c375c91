--- pair a table that is unlogged, one that becomes so and a reference between them
--- before
create table a (id integer primary key);
create table b (id integer primary key);
--- after
create unlogged table b (id integer primary key, n integer default 1);
create table a (id integer primary key);
create unlogged table c (id integer primary key, b_id integer references b);
--- rows
insert into b values (1);
--- back rows
insert into b values (1, 2);

--- pair storage parameters come, change and go
--- before
create table t (id integer primary key, a text) with (fillfactor = 70, autovacuum_enabled = false);
create index t_a on t (a) with (fillfactor = 60);
--- after
create table t (id integer primary key, a text) with (fillfactor = 80, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.1);
create index t_a on t (a) with (fillfactor = 90);
alter table t alter column a set storage main;
alter table t alter column a set compression pglz;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair statistics objects of all sorts
--- before
create table t (id integer primary key, a integer, b integer);
create statistics s_1 on a, b from t;
create statistics s_2 (ndistinct) on a, b from t;
--- after
create table t (id integer primary key, a integer, b integer);
create statistics s_1 (dependencies, mcv) on a, b from t;
create statistics s_3 on (a + b), (a * 2) from t;
create statistics "S four" on (lower(a::text)) from t;
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair two tables swap their names
--- before
create table a (id integer primary key, x integer);
create table b (id integer primary key, y text);
--- after
create table a2 (id integer primary key, x integer);
create table a (id integer primary key, y text);
--- renamed a -> a2
--- renamed b -> a
--- rows
insert into a values (1, 2);
insert into b values (1, 'x');
--- back rows
insert into a2 values (1, 2);
insert into a values (1, 'y');

--- pair all that has a name is renamed at once
--- before
create type mood as enum ('sad', 'happy');
create domain mail as text constraint mail_at check (value like '%@%');
create sequence seq;
create table users (id integer constraint users_key primary key, mood mood default 'sad', mail mail, n bigint default nextval('seq'), constraint users_n check (n > 0));
create index users_mood on users (mood);
create view people as select id, mood, mail from users where mood = 'sad';
create function f(users) returns mood language sql as $$ select $1.mood $$;
--- after
create type feeling as enum ('blue', 'happy');
create domain address as text constraint address_at check (value like '%@%');
create sequence counter;
create table persons (key integer constraint persons_key primary key, feeling feeling default 'blue', address address, m bigint default nextval('counter'), constraint persons_m check (m > 0));
create index persons_feeling on persons (feeling);
create view folks as select key, feeling, address from persons where feeling = 'blue';
create function f(persons) returns feeling language sql as $$ select $1.feeling $$;
--- renamed users -> persons
--- renamed enum mood -> feeling
--- renamed enum mood.sad -> feeling.blue
--- renamed domain mail -> address
--- renamed sequence seq -> counter
--- renamed users.id -> persons.key
--- renamed users.mood -> persons.feeling
--- renamed users.mail -> persons.address
--- renamed users.n -> persons.m
--- renamed view people -> folks
--- rows
insert into users values (1, 'happy', 'a@b');
--- back rows
insert into persons values (1, 'happy', 'a@b');

--- pair a table becomes another of the same columns, and keeps what refers to it
--- before
create table a (id integer primary key, x text);
create table b (id integer primary key, a_id integer constraint b_a references a);
create view v as select a.x from a join b on b.a_id = a.id;
create policy p on a using (x = 'y');
--- after
create table "A_New" (id integer primary key, x text);
create table b (id integer primary key, a_id integer constraint b_a references "A_New");
create view v as select "A_New".x from "A_New" join b on b.a_id = "A_New".id;
create policy p on "A_New" using (x = 'y');
--- renamed a -> A_New
--- rows
insert into a values (1, 'x');
insert into b values (1, 1);
--- back rows
insert into "A_New" values (1, 'x');

--- pair tables move between schemas with what stands on them
--- before
create schema old;
create schema new;
create table old.t (id serial primary key, a integer constraint t_a check (a > 0));
create index t_i on old.t (a);
create view old.v as select id, a from old.t;
create table r (id integer primary key, t_id integer references old.t);
comment on table old.t is 't';
grant select on old.t to pg_monitor;
--- after
create schema old;
create schema new;
create table new.t (id serial primary key, a integer constraint t_a check (a > 0));
create index t_i on new.t (a);
create view old.v as select id, a from new.t;
create table r (id integer primary key, t_id integer references new.t);
comment on table new.t is 't';
grant select on new.t to pg_monitor;
--- renamed table old:t -> new:t
--- rows
insert into old.t values (1, 2);
insert into r values (1, 1);
--- one way

--- pair a schema is renamed
--- before
create schema old;
create type old.mood as enum ('a', 'b');
create table old.t (id integer primary key, m old.mood default 'a', constraint t_m check (m <> 'b'));
create function old.f() returns integer language sql as $$ select 1 $$;
create view v as select id, m from old.t where m = 'a';
--- after
create schema new;
create type new.mood as enum ('a', 'b');
create table new.t (id integer primary key, m new.mood default 'a', constraint t_m check (m <> 'b'));
create function new.f() returns integer language sql as $$ select 1 $$;
create view v as select id, m from new.t where m = 'a';
--- renamed schema old -> new
--- rows
insert into old.t values (1, 'a');
--- back rows
insert into new.t values (1, 'a');

--- pair columns take each other's place by a third name
--- before
create table t (id integer primary key, a integer, b text);
create index t_a on t (a);
--- after
create table t (id integer primary key, b integer, c text);
create index t_a on t (b);
--- renamed t.b -> t.c
--- renamed t.a -> t.b
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');

--- pair columns with names that are words of the language
--- before
create table t (key integer primary key, name text, value integer, type text, at date, "user" text, constraint t_c check (value > 0 and type <> 'x'));
create index t_i on t (type) where value > 5;
create view v as select key, value, type, at from t;
--- after
create table t (id integer primary key, title text, amount integer, kind text, day date, "order" text, constraint t_c check (amount > 0 and kind <> 'x'));
create index t_i on t (kind) where amount > 5;
create view v as select id, amount, kind, day from t;
--- renamed t.key -> t.id
--- renamed t.name -> t.title
--- renamed t.value -> t.amount
--- renamed t.type -> t.kind
--- renamed t.at -> t.day
--- renamed t.user -> t.order
--- rows
insert into t values (1, 'a', 2, 'b', '2024-01-01', 'c');
--- back rows
insert into t values (1, 'a', 2, 'b', '2024-01-01', 'c');

--- pair a table without columns, and one of many types
--- before
create table t ();
--- after
create table t (a bit(3) default B'101', b varbit, c bytea default '\x01', d money, e point, f box, g cidr default '10.0.0.0/8', h macaddr, i tsvector, j tsquery, k xml, l int4multirange, m "char", n name, o oid, p interval day to second(2) default '1 day', q time(2) with time zone, r numeric(5, -2), s float(20), t national character varying(5), u timestamp(0)[][], v regclass);
--- rows
insert into t default values;
--- back rows
insert into t (b) values (B'1');

--- pair computed columns and defaults of all sorts
--- before
create table t (id integer primary key, a integer, b text);
--- after
create table t (id integer primary key, a integer, b text, c text generated always as (coalesce(b, 'x') || '''') stored, d timestamptz default now() + interval '1 day', e text[] default array['a', 'b''c']::text[], f jsonb default '{"a": [1, 2]}', g integer default (1 + 2) * 3, h text default 'it''s', i text default current_user, j date default current_date, k text default null, l boolean default (1 > 0), m numeric default -1.5, n text default E'a\nb', o uuid default gen_random_uuid());
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t (id, a, b) values (1, 2, 'x');

--- pair a table that inherits loses its parent's column
--- before
create table p (id integer, a integer, b text);
create table c (x integer) inherits (p);
create view v as select a from c;
--- after
create table p (id integer, b text);
create table c (x integer) inherits (p);
create view v as select x from c;
--- rows
insert into c values (1, 2, 'b', 3);
--- back rows
insert into c values (1, 'b', 3);

--- pair a foreign table and its server's options
--- before
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw options (host 'nowhere');
create foreign table f (id integer, a text) server far options (table_name 'x');
create view v as select a from f;
--- after
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw options (host 'nowhere');
create foreign table f (id bigint, a text options (column_name 'b')) server far options (table_name 'y');
create view v as select a from f;
