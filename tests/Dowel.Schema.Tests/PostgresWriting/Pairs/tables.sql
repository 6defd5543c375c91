--- pair a table comes
--- before
create table users (id bigint generated always as identity primary key);
--- after
create table users (id bigint generated always as identity primary key);
create table posts (
    id bigint generated always as identity primary key, user_id bigint not null references users on delete cascade, title text default '' not null,
    slug text generated always as (lower(title)) stored, check (length(title) < 100), unique (user_id, title));
create index posts_user_id on posts (user_id);
comment on table posts is 'what users wrote';
comment on column posts.title is 'it''s short';
--- rows
insert into users default values;
--- back rows
insert into users default values;
insert into posts (user_id, title) values (1, 'a');

--- pair a table is renamed and all that is on it stays
--- before
create table users (id integer primary key, name text not null, boss integer references users, check (length(name) > 0));
create index users_name on users (name);
create table posts (id integer primary key, user_id integer references users);
comment on table users is 'people';
comment on column users.name is 'name';
grant select on users to public;
--- after
create table people (id integer constraint users_pkey primary key, name text not null, boss integer constraint users_boss_fkey references people, constraint users_name_check check (length(name) > 0));
create index users_name on people (name);
create table posts (id integer primary key, user_id integer references people);
comment on table people is 'people';
comment on column people.name is 'name';
grant select on people to public;
--- renamed users -> people
--- rows
insert into users values (1, 'Ann', 1);
insert into posts values (1, 1);
--- back rows
insert into people values (1, 'Ann', 1);
insert into posts values (1, 1);

--- pair a table and its columns are renamed
--- before
create table users (id integer primary key, mail text, "OldName" text);
--- after
create table accounts (id integer primary key, email text unique, new_name text);
--- renamed users -> accounts
--- renamed users.mail -> accounts.email
--- renamed users.OldName -> accounts.new_name
--- rows
insert into users values (1, 'a@b', 'c');
--- back rows
insert into accounts values (1, 'a@b', 'c');

--- pair a table with a counter is renamed
--- before
create table users (id bigint generated always as identity primary key, name text);
--- after
create table people (id bigint generated always as identity (sequence name users_id_seq) constraint users_pkey primary key, name text);
--- renamed users -> people
--- rows
insert into users (name) values ('a');
--- back rows
insert into people (name) values ('a');

--- pair a table is unlogged
--- before
create table t (id integer primary key);
--- after
create unlogged table t (id integer primary key);
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair storage parameters
--- before
create table t (id integer primary key) with (fillfactor = 70);
--- after
create table t (id integer primary key) with (fillfactor = 80, autovacuum_enabled = false);
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair replica identity
--- before
create table t (id integer primary key, a integer not null);
--- after
create table t (id integer primary key, a integer not null);
create unique index t_a on t (a);
alter table t replica identity using index t_a;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a table goes and others that refer to it stay
--- before
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer references users);
create view v as select id from users;
--- after
create table posts (id integer primary key, user_id integer);
--- rows
insert into users values (1);
insert into posts values (1, 1);
--- back rows
insert into posts values (1, null);

--- pair a table is partitioned
--- before
create table other (id integer primary key);
--- after
create table other (id integer primary key);
create table events (id bigint not null, at date not null, kind text default 'x') partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01') partition by list (kind);
create table events_2025_a partition of events_2025 for values in ('a');
create table events_rest partition of events default;
create index events_kind on events (kind);
--- rows
insert into other values (1);
--- back rows
insert into other values (1);
insert into events values (1, '2024-05-05', 'a'), (2, '2025-05-05', 'a'), (3, '2030-01-01', 'b');

--- pair a partitioned table changes
--- before
create table events (id bigint not null, at date not null, kind text) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
--- after
create table events (id bigint not null, at date not null, kind text default 'b' not null, n integer default 0 not null, check (n >= 0), primary key (id, at)) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
create index events_kind on events (kind);
--- rows
insert into events values (1, '2024-05-05', 'a');
--- back rows
insert into events values (1, '2024-05-05', 'a');

--- pair a column of a partitioned table changes its type
--- before
create table events (id integer not null, at date not null, kind text) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
--- after
create table events (id bigint not null, at date not null) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
--- rows
insert into events values (1, '2024-05-05', 'a');
--- back rows
insert into events values (1, '2024-05-05');

--- pair a partition is let go
--- before
create table events (id integer not null, at date not null) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
--- after
create table events (id integer not null, at date not null) partition by range (at);
create table events_2024 (id integer not null, at date not null);
--- rows
insert into events values (1, '2024-05-05');
--- back rows
insert into events_2024 values (1, '2024-05-05');

--- pair tables of other schemas
--- before
create schema sales;
create table sales.orders (id integer primary key);
--- after
create schema sales;
create schema stock;
create table stock.items (id integer primary key, name text);
create table sales.orders (id integer primary key, item_id integer references stock.items);
create table public.orders (id integer primary key, sale_id integer references sales.orders);
create view sales.open as select o.id from sales.orders o;
--- rows
insert into sales.orders values (1);
--- back rows
insert into sales.orders values (1);

--- pair a schema goes with all that is in it
--- before
create schema old;
create type old.mood as enum ('a', 'b');
create table old.t (id serial primary key, m old.mood);
create function old.f() returns integer language sql as $$ select 1 $$;
create view old.v as select * from old.t;
create table here (id integer primary key);
--- after
create table here (id integer primary key);
--- rows
insert into here values (1);
--- back rows
insert into here values (1);
