--- pair row security comes
--- before
create table t (id integer primary key, owner text default current_user not null);
--- after
create table t (id integer primary key, owner text default current_user not null);
alter table t enable row level security;
alter table t force row level security;
create policy t_own on t using (owner = nullif(current_setting('app.owner', true), '')) with check (owner = nullif(current_setting('app.owner', true), ''));
create policy t_read on t as restrictive for select to public using (id > 0);
comment on policy t_own on t is 'own';
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a policy changes
--- before
create table t (id integer primary key, owner text);
alter table t enable row level security;
create policy t_own on t using (owner = 'a');
--- after
create table t (id integer primary key, owner text);
alter table t enable row level security;
create policy t_own on t for update using (owner = 'b') with check (true);
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a policy is in the way of a type
--- before
create table t (id integer primary key, owner integer);
alter table t enable row level security;
create policy t_own on t using (owner = 1);
--- after
create table t (id integer primary key, owner bigint);
alter table t enable row level security;
create policy t_own on t using (owner = 1);
--- rows
insert into t values (1, 1);
--- back rows
insert into t values (1, 1);

--- pair a policy looks at another table
--- before
create table members (id integer primary key, name text);
create table t (id integer primary key, owner integer);
--- after
create table members (id integer primary key, name text, is_admin boolean default false not null);
create table t (id integer primary key, owner integer);
alter table t enable row level security;
create policy t_own on t using (exists (select from members m where m.id = t.owner and m.is_admin));
--- rows
insert into t values (1, 1);
--- back rows
insert into t values (1, 1);

--- pair a column is renamed under a policy
--- before
create table t (id integer primary key, owner text);
alter table t enable row level security;
create policy t_own on t using (owner = current_user);
--- after
create table t (id integer primary key, holder text);
alter table t enable row level security;
create policy t_own on t using (holder = current_user);
--- renamed t.owner -> t.holder
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair grants come and go
--- before
create table t (id integer primary key, a text);
create view v as select id from t;
grant select on t to public;
--- after
create table t (id integer primary key, a text);
create view v as select id from t;
grant select, insert on t to pg_monitor;
grant update (a) on t to pg_monitor;
grant select on v to public;
create function f() returns integer language sql as $$ select 1 $$;
revoke execute on function f() from public;
grant execute on function f() to pg_monitor with grant option;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair grants of a schema and a sequence
--- before
create schema s;
create sequence s.n;
--- after
create schema s;
create sequence s.n;
grant usage on schema s to pg_monitor;
grant usage on sequence s.n to pg_monitor;

--- pair remarks come, change and go
--- before
create table t (id integer primary key, a text);
comment on table t is 'old';
comment on column t.a is 'old';
comment on constraint t_pkey on t is 'key';
--- after
create table t (id integer primary key, a text);
comment on table t is 'it''s new';
comment on column t.id is 'id';
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair statistics of several columns
--- before
create table t (a integer, b integer);
--- after
create table t (a integer, b integer);
create statistics t_ab (dependencies) on a, b from t;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);
