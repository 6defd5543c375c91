--- pair a sequence comes
--- before
create table t (id integer primary key, n bigint);
--- after
create sequence numbers start with 100 increment by 5;
create table t (id integer primary key, n bigint default nextval('numbers'));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a sequence changes
--- before
create sequence numbers;
create table t (id integer primary key, n bigint default nextval('numbers'));
--- after
create sequence numbers as integer increment by 2 minvalue 1 maxvalue 1000 cache 3 cycle;
create table t (id integer primary key, n bigint default nextval('numbers'));
comment on sequence numbers is 'n';
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair a serial comes
--- before
create table t (id integer primary key, name text);
--- after
create table t (id serial primary key, name text);
--- rows
insert into t values (1, 'a');
--- back rows
insert into t (name) values ('a');

--- pair a serial grows
--- before
create table t (id serial primary key, name text);
--- after
create table t (id bigserial primary key, name text);
--- rows
insert into t (name) values ('a');
--- back rows
insert into t (name) values ('a');

--- pair a table with a serial goes
--- before
create table t (id serial primary key, name text);
create table u (id integer primary key);
--- after
create table u (id integer primary key);
--- rows
insert into u values (1);
--- back rows
insert into u values (1);

--- pair a serial column is added
--- before
create table t (name text);
--- after
create table t (name text, id serial);
--- rows
insert into t values ('a');
--- back rows
insert into t values ('a');
