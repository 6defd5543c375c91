--- pair a column is added
--- before
create table users (id integer primary key, name text not null);
--- after
create table users (id integer primary key, name text not null, email text);
--- rows
insert into users values (1, 'Ann'), (2, 'Bo');
--- back rows
insert into users values (1, 'Ann', 'a@b'), (2, 'Bo', null);

--- pair a column with a default is added
--- before
create table users (id integer primary key);
--- after
create table users (id integer primary key, is_active boolean default true not null, created_at timestamptz default now() not null);
--- rows
insert into users values (1), (2);
--- back rows
insert into users values (1), (2);

--- pair a column that is not null gets its values from others
--- before
create table users (id integer primary key, first text, last text);
--- after
create table users (id integer primary key, first text, last text, name text not null);
--- backfill users.name: first || ' ' || last
--- rows
insert into users select g, 'a' || g, 'b' from generate_series(1, 25000) g;
--- back rows
insert into users values (1, 'Ann', 'Lee', 'Ann Lee');

--- pair a column takes the values of one that goes
--- before
create table users (id bigint primary key, first text, last text);
--- after
create table users (id bigint primary key, name text default 'nobody' not null);
--- backfill users.name: first || ' ' || last
--- back backfill users.first: name
--- rows
insert into users values (1, 'Ann', 'Lee');
--- back rows
insert into users values (1, 'Ann');

--- pair a table without a key is filled at once
--- before
create table log (line text);
--- after
create table log (line text, length integer not null);
--- backfill log.length: length(line)
--- rows
insert into log values ('a'), ('bb');
--- back rows
insert into log values ('a', 1);

--- pair a column becomes not null
--- before
create table users (id integer primary key, email text);
--- after
create table users (id integer primary key, email text not null);
--- rows
insert into users values (1, 'a@b');
--- back rows
insert into users values (1, 'a@b');

--- pair a column becomes not null and rows without a value get one
--- before
create table users (id integer primary key, email text);
--- after
create table users (id integer primary key, email text not null);
--- backfill users.email: 'user' || id
--- rows
insert into users values (1, 'a@b'), (2, null);
--- back rows
insert into users values (1, 'a@b');

--- pair a default comes, changes and goes
--- before
create table t (a integer default 1, b integer, c text default 'x');
--- after
create table t (a integer default 2, b integer default 7, c text);
--- rows
insert into t values (1, 2, 'y');
--- back rows
insert into t values (1, 2, 'y');

--- pair a type grows
--- before
create table t (id integer primary key, a integer, b varchar(10), c numeric(10, 2), d real, e smallint default 5);
--- after
create table t (id integer primary key, a bigint, b varchar(20), c numeric(12, 2), d double precision, e integer default 5);
--- rows
insert into t values (1, 2, 'b', 3.25, 1.5, 2);
--- back rows
insert into t values (1, 2, 'b', 3.25, 1.5, 2);

--- pair a type needs a cast that the server does not make by itself
--- before
create table t (id integer primary key, a text, b text default '7', c integer, d text);
--- after
create table t (id integer primary key, a integer, b integer default 7, c boolean, d jsonb);
--- rows
insert into t values (1, '12', '13', 1, '{"a": 1}');
--- back rows
insert into t values (1, 12, 13, true, '{"a": 1}');

--- pair a type changes by a rule of its own
--- before
create table t (id integer primary key, at bigint);
--- after
create table t (id integer primary key, at timestamptz);
--- backfill t.at: to_timestamp(at)
--- back backfill t.at: extract(epoch from at)::bigint
--- rows
insert into t values (1, 1700000000);
--- back rows
insert into t values (1, now());

--- pair a column is renamed
--- before
create table users (id integer primary key, mail text not null, constraint users_mail_key unique (mail));
create index users_mail_lower on users (lower(mail));
--- after
create table users (id integer primary key, email text not null, constraint users_mail_key unique (email));
create index users_mail_lower on users (lower(email));
--- renamed users.mail -> users.email
--- rows
insert into users values (1, 'a@b');
--- back rows
insert into users values (1, 'a@b');

--- pair a column is renamed and its constraints with it
--- before
create table users (id integer primary key, mail text unique check (mail like '%@%'));
--- after
create table users (id integer primary key, email text unique check (email like '%@%'));
--- renamed users.mail -> users.email
--- rows
insert into users values (1, 'a@b');
--- back rows
insert into users values (1, 'a@b');

--- pair a column is renamed and gets another type
--- before
create table users (id integer primary key, age text);
--- after
create table users (id integer primary key, years integer);
--- renamed users.age -> users.years
--- rows
insert into users values (1, '12');
--- back rows
insert into users values (1, 12);

--- pair a column goes with what is on it
--- before
create table t (id integer primary key, a integer unique, b integer, c integer check (c > 0));
create index t_a_b on t (a, b);
comment on column t.b is 'b';
--- after
create table t (id integer primary key, c integer);
--- rows
insert into t values (1, 2, 3, 4);
--- back rows
insert into t values (1, 4);

--- pair a column that is computed comes and goes
--- before
create table t (id integer primary key, a integer, b integer);
--- after
create table t (id integer primary key, a integer, b integer, sum integer generated always as (a + b) stored);
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair a column is computed from something else
--- before
create table t (id integer primary key, a integer, b integer, c integer generated always as (a + b) stored);
create index t_c on t (c);
comment on column t.c is 'computed';
--- after
create table t (id integer primary key, a integer, b integer, c integer generated always as (a * b) stored);
create index t_c on t (c);
comment on column t.c is 'computed';
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair what a column is computed from changes its type
--- before
create table t (id integer primary key, a integer, b integer generated always as (a + 1) stored);
create view v as select id, b from t;
--- after
create table t (id integer primary key, a bigint, b integer generated always as (a + 1) stored);
create view v as select id, b from t;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a computed column keeps its values as an ordinary one
--- before
create table t (id integer primary key, a integer, b integer generated always as (a + 1) stored);
--- after
create table t (id integer primary key, a integer, b integer);
--- rows
insert into t values (1, 2);
--- one way

--- pair an identity comes to a column that has values
--- before
create table t (id integer primary key, name text);
--- after
create table t (id integer generated by default as identity primary key, name text);
--- rows
insert into t values (7, 'a');
--- back rows
insert into t (name) values ('a');

--- pair an identity becomes strict and counts otherwise
--- before
create table t (id bigint generated by default as identity primary key, name text);
--- after
create table t (id bigint generated always as identity (increment by 10 start with 100 cache 5) primary key, name text);
--- rows
insert into t (name) values ('a');
--- back rows
insert into t (name) values ('a');

--- pair a serial becomes an identity
--- before
create table t (id serial primary key, name text);
--- after
create table t (id integer generated always as identity primary key, name text);
--- rows
insert into t (name) values ('a'), ('b');
--- back rows
insert into t (name) values ('a'), ('b');

--- pair a collation changes
--- before
create table t (id integer primary key, name text);
create index t_name on t (name);
--- after
create table t (id integer primary key, name text collate "C");
create index t_name on t (name);
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair an array grows its elements
--- before
create table t (id integer primary key, tags varchar(10)[] default '{}' not null);
--- after
create table t (id integer primary key, tags text[] default '{a}' not null);
--- rows
insert into t values (1, '{x,y}');
--- back rows
insert into t values (1, '{x,y}');

--- pair names that need quotes
--- before
create table "Order Items" ("select" integer primary key, "Qty" integer);
--- after
create table "Order Items" ("select" integer primary key, "Qty" bigint not null, "from" text default 'a''b');
create index "Order Items_Qty" on "Order Items" ("Qty");
--- rows
insert into "Order Items" values (1, 2);
--- back rows
insert into "Order Items" values (1, 2);
