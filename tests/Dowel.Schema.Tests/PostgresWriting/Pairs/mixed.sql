--- pair everything at once
--- before
create type state as enum ('new', 'done');
create table users (id integer primary key, mail text, name text);
create table tasks (id integer primary key, user_id integer references users, s state default 'new', title varchar(20));
create index tasks_title on tasks (title);
create view open_tasks as select t.id, u.mail from tasks t join users u on u.id = t.user_id where t.s = 'new';
--- after
create type state as enum ('new', 'open', 'done');
create table people (id bigint constraint users_pkey primary key, email text not null, name text default '' not null);
create table tasks (id bigint primary key, user_id bigint constraint tasks_user_id_fkey references people on delete cascade, s state default 'open' not null, title text, constraint tasks_title_short check (length(title) < 50));
create index tasks_title on tasks (lower(title));
create view open_tasks as select t.id, u.email from tasks t join people u on u.id = t.user_id where t.s <> 'done';
--- renamed users -> people
--- renamed users.mail -> people.email
--- backfill people.name: ''
--- rows
insert into users values (1, 'a@b', null);
insert into tasks values (1, 1, 'new', 'x');
--- back rows
insert into people values (1, 'a@b', 'n');
insert into tasks values (1, 1, 'done', 'x');

--- pair a table is moved to another schema
--- before
create schema sales;
create table orders (id integer primary key, n integer);
create table lines (id integer primary key, order_id integer references orders);
--- after
create schema sales;
create table sales.orders (id integer primary key, n integer);
create table lines (id integer primary key, order_id integer references sales.orders);
--- one way
--- rows
insert into lines values (1, null);

--- pair an enum of another schema
--- before
create schema s;
create type s.mood as enum ('a', 'b', 'c');
create table s.t (id integer primary key, m s.mood default 'a');
create table t (id integer primary key, m s.mood not null);
--- after
create schema s;
create type s.mood as enum ('a', 'c');
create table s.t (id integer primary key, m s.mood default 'a');
create table t (id integer primary key, m s.mood not null);
--- rows
insert into s.t values (1, 'a');
insert into t values (1, 'c');
--- back rows
insert into s.t values (1, 'a');
insert into t values (1, 'c');

--- pair a column is renamed below a computed one
--- before
create table t (id integer primary key, a integer, b integer generated always as (a + 1) stored);
create index t_b on t (b);
--- after
create table t (id integer primary key, c integer, b integer generated always as (c + 1) stored);
create index t_b on t (b);
--- renamed t.a -> t.c
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a child inherits
--- before
create table base (id integer not null, a text);
create table child (b integer) inherits (base);
--- after
create table base (id integer not null, a text, c integer default 1);
create table child (b bigint) inherits (base);
--- rows
insert into base values (1, 'x');
insert into child values (2, 'y', 3);
--- back rows
insert into child values (2, 'y', 1, 3);

--- pair a reference to a partitioned table
--- before
create table events (id integer primary key) partition by hash (id);
create table events_0 partition of events for values with (modulus 1, remainder 0);
create table notes (id integer primary key, event_id integer);
--- after
create table events (id integer primary key) partition by hash (id);
create table events_0 partition of events for values with (modulus 1, remainder 0);
create table notes (id integer primary key, event_id integer references events);
--- rows
insert into events values (1);
insert into notes values (1, 1);
--- back rows
insert into events values (1);
insert into notes values (1, 1);

--- pair a domain over an enum, in a column with a default
--- before
create type mood as enum ('sad', 'ok');
create domain good as mood check (value <> 'sad');
create table t (id integer primary key, g good default 'ok');
--- after
create type mood as enum ('sad', 'ok', 'great');
create domain good as mood check (value <> 'sad');
create table t (id integer primary key, g good default 'great');
--- one way
--- rows
insert into t values (1, 'ok');

--- pair a serial table is renamed
--- before
create table users (id serial primary key, name text);
--- after
create table people (id serial primary key, name text);
--- renamed users -> people
--- rows
insert into users (name) values ('a'), ('b');
--- back rows
insert into people (name) values ('a');
