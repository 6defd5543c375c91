--- pair two columns become not null, one with values for rows
--- before
create table t (id integer primary key, a text, b text);
create view v as select a, b from t;
--- after
create table t (id integer primary key, a text not null, b text default 'x' not null);
create view v as select a, b from t;
--- backfill t.b: 'y'
--- rows
insert into t values (1, 'a', null);
--- back rows
insert into t values (1, 'a', 'b');

--- pair a column that is not null is added to a table that others refer to
--- before
create table a (id bigint primary key);
create table b (id bigint primary key, a_id bigint references a);
--- after
create table a (id bigint primary key, code text not null unique);
create table b (id bigint primary key, a_id bigint references a, code text references a (code));
--- backfill a.code: 'c' || id
--- rows
insert into a values (1), (2);
insert into b values (1, 1);
--- back rows
insert into a values (1, 'c1');
insert into b values (1, 1, 'c1');

--- pair a column becomes not null and grows, and gets a default
--- before
create table t (id integer primary key, a integer);
--- after
create table t (id integer primary key, a bigint default 5 not null);
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a column becomes not null under a check with the name that a helper would have
--- before
create table t (id integer primary key, a integer, constraint a_given check (a > 0));
--- after
create table t (id integer primary key, a integer not null, constraint a_given check (a > 0));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a column with a long name becomes not null
--- before
create table t (id integer primary key, a_column_whose_name_is_as_long_as_the_server_lets_a_name_be_here text, a_column_whose_name_is_as_long_as_the_server_lets_a_name_be_too1 text);
--- after
create table t (id integer primary key, a_column_whose_name_is_as_long_as_the_server_lets_a_name_be_here text not null, a_column_whose_name_is_as_long_as_the_server_lets_a_name_be_too1 text not null);
--- rows
insert into t values (1, 'x', 'y');
--- back rows
insert into t values (1, 'x', 'y');

--- pair the columns of a primary key to be are null before
--- before
create table t (a integer, b integer, c text);
--- after
create table t (a integer, b integer, c text, primary key (a, b));
--- rows
insert into t values (1, 2, 'x');
--- one way

--- pair a primary key goes and its columns may be null
--- before
create table t (a integer, b integer, c text, primary key (a, b));
--- after
create table t (a integer, b integer not null, c text);
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');

--- pair not null comes and goes in a partitioned table
--- before
create table t (id integer not null, at date not null, a text) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table t_2 partition of t default;
--- after
create table t (id integer, at date not null, a text not null) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table t_2 partition of t default;
--- rows
insert into t values (1, '2024-05-05', 'x'), (2, '2030-05-05', 'y');
--- back rows
insert into t values (1, '2024-05-05', 'x');

--- pair a column of a quoted table in another schema is filled by a quoted key
--- before
create schema "My Schema";
create table "My Schema"."Orders" ("Id" uuid primary key, "First" text, "Last" text);
--- after
create schema "My Schema";
create table "My Schema"."Orders" ("Id" uuid primary key, "First" text, "Last" text, "Full" text not null);
--- backfill My Schema.Orders.Full: "First" || ' ' || "Last"
--- rows
insert into "My Schema"."Orders" select gen_random_uuid(), 'a', 'b' || g from generate_series(1, 300) g;
--- back rows
insert into "My Schema"."Orders" values (gen_random_uuid(), 'a', 'b', 'c');

--- pair a column is filled in a table whose key and columns are called like the filling's own
--- before
create table batch (batch integer primary key, done_to text, batch_to text);
--- after
create table batch (batch integer primary key, done_to text, batch_to text, "all" text not null);
--- backfill batch.all: done_to || batch_to
--- rows
insert into batch values (1, 'a', 'b'), (2, 'c', 'd');
--- back rows
insert into batch values (1, 'a', 'b', 'c');

--- pair two tables are filled, one from the other
--- before
create table a (id integer primary key, name text not null);
create table b (id integer primary key, a_id integer not null references a);
--- after
create table a (id integer primary key, name text not null, slug text not null);
create table b (id integer primary key, a_id integer not null references a, a_name text not null);
--- backfill a.slug: lower(name)
--- backfill b.a_name: (select name from a where a.id = a_id)
--- rows
insert into a values (1, 'Ann');
insert into b values (1, 1);
--- back rows
insert into a values (1, 'Ann', 'ann');
insert into b values (1, 1, 'Ann');

--- pair a filled column gets a unique key, a check, an index and a reference
--- before
create table kinds (code text primary key);
create table t (id integer primary key, name text not null);
--- after
create table kinds (code text primary key);
create table t (id integer primary key, name text not null, code text default 'z' not null unique constraint t_code check (length(code) > 0) references kinds);
create index t_code_lower on t (lower(code));
--- backfill t.code: name
--- rows
insert into kinds values ('a'), ('b');
insert into t values (1, 'a'), (2, 'b');
--- back rows
insert into kinds values ('a');
insert into t values (1, 'x', 'a');

--- pair a table with a key of two columns is filled
--- before
create table t (a integer, b integer, primary key (a, b));
--- after
create table t (a integer, b integer, c integer not null, primary key (a, b));
--- backfill t.c: a + b
--- rows
insert into t values (1, 2), (3, 4);
--- back rows
insert into t values (1, 2, 3);

--- pair a partitioned table is filled
--- before
create table t (id integer, at date, primary key (id, at)) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- after
create table t (id integer, at date, y integer not null, primary key (id, at)) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- backfill t.y: extract(year from at)
--- rows
insert into t values (1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05', 2024);

--- pair a filled column, with row security forced
--- before
create table t (id integer primary key, owner text);
alter table t enable row level security;
alter table t force row level security;
create policy t_own on t using (owner = current_user);
--- after
create table t (id integer primary key, owner text, loud text not null);
alter table t enable row level security;
alter table t force row level security;
create policy t_own on t using (owner = current_user);
--- backfill t.loud: upper(owner)
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a', 'A');

--- pair a renamed column is filled and becomes not null
--- before
create table t (id integer primary key, mail text);
--- after
create table t (id integer primary key, email text not null);
--- renamed t.mail -> t.email
--- backfill t.email: 'none' || id
--- rows
insert into t values (1, 'x'), (2, null);
--- back rows
insert into t values (1, 'x');

--- pair a column is dropped whose name stands in a filling and in an index
--- before
create table t (id integer primary key, a text, b text);
create index t_a on t (a);
create view v as select a from t;
--- after
create table t (id integer primary key, b text, c text not null);
create view v as select c from t;
--- backfill t.c: coalesce(a, b)
--- back backfill t.a: c
--- rows
insert into t values (1, 'x', 'y');
--- back rows
insert into t values (1, 'x', 'y');
