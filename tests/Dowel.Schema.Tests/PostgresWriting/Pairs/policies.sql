--- pair policies of all commands and roles come
--- before
create table t (id integer primary key, owner text, a integer);
--- after
create table t (id integer primary key, owner text, a integer);
alter table t enable row level security;
alter table t force row level security;
create policy p_1 on t for select using (owner = current_user);
create policy p_2 on t for insert to pg_monitor, pg_read_all_data with check (a > 0);
create policy p_3 on t as restrictive for update using (a > 0) with check (a < 100);
create policy p_4 on t for delete to current_user using (true);
create policy "P five" on t using (owner = nullif(current_setting('app.owner', true), ''));
comment on policy p_1 on t is 'one';
--- rows
insert into t values (1, 'x', 2);
--- back rows
insert into t values (1, 'x', 2);

--- pair a policy changes its roles, its expressions and its command
--- before
create table t (id integer primary key, owner text, a integer);
alter table t enable row level security;
create policy p_1 on t to pg_monitor using (owner = 'a') with check (a > 0);
create policy p_2 on t for select using (a > 0);
create policy p_3 on t for insert with check (a > 0);
--- after
create table t (id integer primary key, owner text, a integer);
alter table t enable row level security;
create policy p_1 on t to public using (owner = 'b') with check (a > 1);
create policy p_2 on t for update using (a > 0);
create policy p_3 on t as restrictive for insert with check (a > 0);
--- rows
insert into t values (1, 'x', 2);
--- back rows
insert into t values (1, 'x', 2);

--- pair row security is forced no more, then off
--- before
create table t (id integer primary key, a integer);
alter table t enable row level security;
alter table t force row level security;
create policy p on t using (a > 0);
create table u (id integer primary key);
alter table u enable row level security;
--- after
create table t (id integer primary key, a integer);
alter table t enable row level security;
create policy p on t using (a > 0);
create table u (id integer primary key);
alter table u force row level security;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a policy calls a function that reads another table
--- before
create table members (owner text, t_id integer);
create table t (id integer primary key, a integer);
--- after
create table members (owner text, t_id integer);
create function is_member(t_id integer) returns boolean language sql stable security definer set search_path to 'public' as $$ select exists (select from members m where m.t_id = is_member.t_id) $$;
create table t (id integer primary key, a integer);
alter table t enable row level security;
create policy p on t using (is_member(id));
create policy q on t for select using (exists (select from members m where m.t_id = t.id and m.owner = current_user));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a policy reads a column that goes in another table
--- before
create table members (owner text, who text, t_id integer);
create table t (id integer primary key, a integer);
alter table t enable row level security;
create policy p on t using (exists (select from members m where m.owner = current_user and m.t_id = t.id));
--- after
create table members (who text, t_id bigint);
create table t (id integer primary key, a integer);
alter table t enable row level security;
create policy p on t using (exists (select from members m where m.who = current_user and m.t_id = t.id));
--- rows
insert into members values ('a', 'b', 1);
--- back rows
insert into members values ('b', 1);

--- pair a policy is renamed with its table and its column
--- before
create table t (id integer primary key, mine text);
alter table t enable row level security;
create policy p on t using (mine = current_user);
--- after
create table u (id integer primary key, owner text);
alter table u enable row level security;
create policy q on u using (owner = current_user);
--- renamed t -> u
--- renamed t.mine -> u.owner
--- renamed policy t.p -> u.q
--- rows
insert into t values (1, 'x');
--- back rows
insert into u values (1, 'x');

--- pair grants of all sorts come
--- before
create table t (id serial primary key, a integer, b text);
create view v as select id, a from t;
create function f(a integer) returns integer language sql as $$ select a $$;
create schema s;
create type mood as enum ('a');
create domain d as text;
--- after
create table t (id serial primary key, a integer, b text);
create view v as select id, a from t;
create function f(a integer) returns integer language sql as $$ select a $$;
create schema s;
create type mood as enum ('a');
create domain d as text;
grant select, insert (a, b), update (b) on t to pg_monitor;
grant all on t to pg_read_all_data with grant option;
grant select on v to public;
grant usage, select on sequence t_id_seq to pg_monitor;
revoke all on function f(integer) from public;
grant execute on function f(integer) to pg_monitor;
grant usage, create on schema s to pg_monitor;
revoke usage on type mood from public;
grant usage on type d to pg_monitor;
alter default privileges in schema s grant select on tables to pg_monitor;
--- rows
insert into t (a) values (1);
--- back rows
insert into t (a) values (1);

--- pair grants change
--- before
create table t (id integer primary key, a integer);
grant select, insert on t to pg_monitor;
grant update on t to pg_read_all_data with grant option;
grant select (a) on t to public;
--- after
create table t (id integer primary key, a integer);
grant select, delete on t to pg_monitor;
grant update on t to pg_read_all_data;
grant select (id) on t to public;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair rights follow a rename and a new column
--- before
create table t (id integer primary key, a integer);
grant select (a), update on t to pg_monitor;
comment on column t.a is 'a';
--- after
create table u (id integer primary key, b integer, c text);
grant select (b), select (c), update on u to pg_monitor;
comment on column u.b is 'a';
--- renamed t -> u
--- renamed t.a -> u.b
--- rows
insert into t values (1, 2);
--- back rows
insert into u values (1, 2, 'x');

--- pair rights on a column that is dropped and on one made anew
--- before
create table t (id integer primary key, a integer, b integer generated always as (a + 1) stored, c text);
grant select (b, c) on t to pg_monitor;
--- after
create table t (id integer primary key, a integer, b integer generated always as (a + 2) stored);
grant select (b) on t to pg_monitor;
--- rows
insert into t (id, a) values (1, 2);
--- back rows
insert into t (id, a) values (1, 2);

--- pair remarks on everything
--- before
create schema s;
create type mood as enum ('a');
create type pair as (x integer, y text);
create domain d as text constraint d_c check (value <> '');
create sequence q;
create table t (id integer primary key, a integer constraint t_a check (a > 0));
create index t_i on t (a);
create view v as select id from t;
create materialized view m as select id from t;
create function f() returns integer language sql as $$ select 1 $$;
create statistics st on id, a from t;
--- after
create schema s;
create type mood as enum ('a');
create type pair as (x integer, y text);
create domain d as text constraint d_c check (value <> '');
create sequence q;
create table t (id integer primary key, a integer constraint t_a check (a > 0));
create index t_i on t (a);
create view v as select id from t;
create materialized view m as select id from t;
create function f() returns integer language sql as $$ select 1 $$;
create statistics st on id, a from t;
comment on schema s is 's';
comment on schema public is 'ours';
comment on type mood is 'it''s';
comment on type pair is 'two';
comment on column pair.x is 'x';
comment on domain d is 'd';
comment on constraint d_c on domain d is 'dc';
comment on sequence q is 'q';
comment on table t is E'two\nlines';
comment on column t.a is 'a';
comment on constraint t_a on t is 'ta';
comment on constraint t_pkey on t is 'key';
comment on index t_i is 'ti';
comment on view v is 'v';
comment on column v.id is 'vid';
comment on materialized view m is 'm';
comment on function f() is 'f';
comment on statistics st is 'st';
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);
