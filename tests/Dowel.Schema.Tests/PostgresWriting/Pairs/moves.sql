--- pair a table moves from the default schema to another with all that stands on it
--- before
create schema away;
create table t (id serial primary key, a integer not null, note text);
create table p (id integer primary key, t_id integer references t);
create index t_a on t (a);
create view v as select t.id, t.a from t;
comment on table t is 'x';
--- after
create schema away;
create table away.t (id serial primary key, a integer not null, note text);
create table p (id integer primary key, t_id integer references away.t);
create index t_a on away.t (a);
create view v as select t.id, t.a from away.t;
comment on table away.t is 'x';
--- renamed table t -> away:t
--- rows
insert into t values (1, 2, 'n');
insert into p values (1, 1);
--- back rows
insert into away.t values (1, 2, 'n');
insert into p values (1, 1);

--- pair a type and a sequence move to the default schema
--- before
create schema away;
create type away.mood as enum ('sad', 'happy');
create sequence away.numbers;
create table t (id integer primary key, m away.mood default 'sad', n bigint default nextval('away.numbers'));
--- after
create schema away;
create type mood as enum ('sad', 'happy');
create sequence numbers;
create table t (id integer primary key, m mood default 'sad', n bigint default nextval('numbers'));
--- renamed enum away:mood -> mood
--- renamed sequence away:numbers -> numbers
--- rows
insert into t values (1);
--- back rows
insert into t values (1);
