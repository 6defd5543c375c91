--- pair a partition comes and another goes
--- before
create table t (id integer not null, at date not null, primary key (id, at)) partition by range (at);
create table t_2023 partition of t for values from ('2023-01-01') to ('2024-01-01');
create table t_2024 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- after
create table t (id integer not null, at date not null, primary key (id, at)) partition by range (at);
create table t_2024 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table t_2025 partition of t for values from ('2025-01-01') to ('2026-01-01');
--- rows
insert into t values (1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05');

--- pair a table with rows becomes a partition, with key and index
--- before
create table t (id integer not null, at date not null, primary key (id, at)) partition by range (at);
create index t_at on t (at);
create table t_1 (id integer not null, at date not null, primary key (id, at));
create index t_1_at_idx on t_1 (at);
--- after
create table t (id integer not null, at date not null, primary key (id, at)) partition by range (at);
create index t_at on t (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- rows
insert into t_1 values (1, '2024-05-05');
--- one way

--- pair a partition gets other bounds
--- before
create table t (id integer, at date) partition by range (at);
create index t_at on t (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2024-07-01');
--- after
create table t (id integer, at date) partition by range (at);
create index t_at on t (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- rows
insert into t values (1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05');

--- pair a partition has a column default, a check and an index of its own
--- before
create table t (id integer not null, at date not null, n integer default 1) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- after
create table t (id integer not null, at date not null, n integer default 1) partition by range (at);
create table t_1 partition of t (n default 2, constraint t_1_n check (n > 0)) for values from ('2024-01-01') to ('2025-01-01');
create index t_1_own on t_1 (n);
comment on table t_1 is 'the first';
--- rows
insert into t values (1, '2024-05-05', 5);
--- back rows
insert into t values (1, '2024-05-05', 5);

--- pair an index comes to a partitioned table, and a unique key
--- before
create table t (id integer not null, k text not null) partition by hash (id);
create table t_0 partition of t for values with (modulus 2, remainder 0);
create table t_1 partition of t for values with (modulus 2, remainder 1);
--- after
create table t (id integer not null, k text not null, constraint t_key unique (id, k)) partition by hash (id);
create table t_0 partition of t for values with (modulus 2, remainder 0);
create table t_1 partition of t for values with (modulus 2, remainder 1);
create index t_k on t (lower(k));
comment on index t_k is 'k';
--- rows
insert into t values (1, 'x'), (2, 'y');
--- back rows
insert into t values (1, 'x'), (2, 'y');

--- pair a partitioned table gets a reference, a check and a trigger
--- before
create table a (id integer primary key);
create table t (id integer not null, a_id integer) partition by list (a_id);
create table t_1 partition of t for values in (1, null);
--- after
create table a (id integer primary key);
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer not null, a_id integer references a, constraint t_id check (id > 0)) partition by list (a_id);
create table t_1 partition of t for values in (1, null);
create trigger t_f after insert on t for each row execute function f();
--- rows
insert into a values (1);
insert into t values (1, 1);
--- back rows
insert into a values (1);
insert into t values (1, 1);

--- pair a partitioned table of two levels changes a column
--- before
create table t (id integer not null, at date not null, kind text not null, n integer) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01') partition by list (kind);
create table t_1_a partition of t_1 for values in ('a');
create table t_1_rest partition of t_1 default;
create view v as select n from t;
--- after
create table t (id bigint not null, at date not null, kind text not null, n bigint default 0, more text) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01') partition by list (kind);
create table t_1_a partition of t_1 for values in ('a');
create table t_1_b partition of t_1 for values in ('b');
create table t_1_rest partition of t_1 default;
create view v as select n from t;
--- rows
insert into t values (1, '2024-05-05', 'a', 1), (2, '2024-05-05', 'c', 1);
--- back rows
insert into t values (1, '2024-05-05', 'a', 1);

--- pair a partitioned table is renamed with its columns
--- before
create table events (id integer not null, at date not null) partition by range (at);
create table events_1 partition of events for values from ('2024-01-01') to ('2025-01-01');
--- after
create table facts (id integer not null, day date not null) partition by range (day);
create table facts_1 partition of facts for values from ('2024-01-01') to ('2025-01-01');
--- renamed events -> facts
--- renamed events_1 -> facts_1
--- renamed events.at -> facts.day
--- rows
insert into events values (1, '2024-05-05');
--- back rows
insert into facts values (1, '2024-05-05');

--- pair a partitioned table goes with its partitions
--- before
create table t (id integer, at date) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create index t_at on t (at);
create view v as select * from t_1;
create table u (id integer);
--- after
create table u (id integer);
--- rows
insert into u values (1);
--- back rows
insert into u values (1);

--- pair a partition in another schema with a quoted name
--- before
create schema parts;
create table "Events" ("Id" integer not null, "At" date not null) partition by range ("At");
--- after
create schema parts;
create table "Events" ("Id" integer not null, "At" date not null, "More" text) partition by range ("At");
create table parts."Events 2024" partition of "Events" for values from ('2024-01-01') to ('2025-01-01');
create index "Events_At" on "Events" ("At");

--- pair a partition with row security and rights of its own
--- before
create table t (id integer, at date) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- after
create table t (id integer, at date) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01') with (fillfactor = 70);
alter table t enable row level security;
alter table t_1 enable row level security;
create policy t_p on t using (id > 0);
create policy t_1_p on t_1 using (id > 0);
grant select on t_1 to pg_monitor;
--- rows
insert into t values (1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05');

--- pair a partition that is unlogged
--- before
create table t (id integer, at date) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- after
create table t (id integer, at date) partition by range (at);
create unlogged table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- rows
insert into t values (1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05');

--- pair a column of a partitioned table goes with its index and its default
--- before
create table t (id integer not null, at date not null, n integer default 5, m text) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create index t_n on t (n);
alter table t_1 alter column n set default 7;
--- after
create table t (id integer not null, at date not null, m text default 'x') partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
--- rows
insert into t values (1, '2024-05-05', 5, 'y');
--- back rows
insert into t values (1, '2024-05-05', 'y');

--- pair an enum by whose labels a table is partitioned grows
--- before
create type kind as enum ('a', 'b');
create table t (id integer, k kind) partition by list (k);
create table t_a partition of t for values in ('a');
--- after
create type kind as enum ('a', 'b', 'c');
create table t (id integer, k kind) partition by list (k);
create table t_a partition of t for values in ('a');
create table t_c partition of t for values in ('c', 'b');
--- rows
insert into t values (1, 'a');
--- one way

--- pair a primary key of a partitioned table comes and a reference to it
--- before
create table t (id integer not null, at date not null) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table r (id integer primary key, t_id integer, t_at date);
--- after
create table t (id integer not null, at date not null, primary key (id, at)) partition by range (at);
create table t_1 partition of t for values from ('2024-01-01') to ('2025-01-01');
create table r (id integer primary key, t_id integer, t_at date, foreign key (t_id, t_at) references t);
--- rows
insert into t values (1, '2024-05-05');
insert into r values (1, 1, '2024-05-05');
--- back rows
insert into t values (1, '2024-05-05');
insert into r values (1, 1, '2024-05-05');

--- pair children inherit, and the parent changes
--- before
create table p (id integer primary key, a integer, constraint p_a check (a > 0));
create table c (b text) inherits (p);
create index c_a on c (a);
--- after
create table p (id integer primary key, a bigint default 1, n text, constraint p_a check (a > 1));
create table c (b text not null) inherits (p);
create index c_a on c (a);
--- rows
insert into p values (1, 2);
insert into c values (2, 3, 'x');
--- back rows
insert into p values (1, 2);
insert into c values (2, 3, 'n', 'x');

--- pair a partition's own default stays when its parent's column changes
--- before
create table t (id integer not null, n integer default 5, m text not null) partition by range (id);
create table all_t partition of t (n default 7) for values from (0) to (10);
--- after
create table t (id integer not null, n bigint default 5, m text) partition by range (id);
create table all_t partition of t (n default 7, m not null) for values from (0) to (10);
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');
