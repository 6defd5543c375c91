--- pair a type changes under all that can stand on a column
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, a integer default 1 constraint t_a check (a > 0), m mood);
create index t_a_part on t (id) where a > 3;
create index t_a_more on t ((a + 1));
create view v as select a from t;
create view w as select a + 1 as b from v;
create materialized view x as select b, count(*) as n from w group by b;
create unique index x_b on x (b);
create function f() returns setof v language sql as $$ select * from v $$;
--- after
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, a bigint default 1 constraint t_a check (a > 0), m mood);
create index t_a_part on t (id) where a > 3;
create index t_a_more on t ((a + 1));
create view v as select a from t;
create view w as select a + 1 as b from v;
create materialized view x as select b, count(*) as n from w group by b;
create unique index x_b on x (b);
create function f() returns setof v language sql as $$ select * from v $$;
--- rows
insert into t values (1, 2, 'sad');
--- back rows
insert into t values (1, 2, 'sad');

--- pair the column of a primary key grows below references and a view
--- before
create table a (id integer primary key, name text);
create table b (id integer primary key, a_id integer not null references a on delete cascade);
create index b_a on b (a_id);
create view v as select a.id, b.id as b from a join b on b.a_id = a.id;
--- after
create table a (id bigint primary key, name text);
create table b (id integer primary key, a_id bigint not null references a on delete cascade);
create index b_a on b (a_id);
create view v as select a.id, b.id as b from a join b on b.a_id = a.id;
--- rows
insert into a values (1, 'x');
insert into b values (1, 1);
--- back rows
insert into a values (1, 'x');
insert into b values (1, 1);

--- pair a table that refers to itself changes its key's type
--- before
create table t (id integer generated always as identity primary key, parent integer references t);
--- after
create table t (id bigint generated always as identity primary key, parent bigint references t);
--- rows
insert into t (parent) values (null), (1);
--- back rows
insert into t (parent) values (null), (1);

--- pair a type changes and its default, its check and its null with it
--- before
create table t (id integer primary key, a text default 'no' not null constraint t_a check (a in ('yes', 'no')));
--- after
create table t (id integer primary key, a boolean default false);
--- back backfill t.a: case when a then 'yes' else 'no' end
--- rows
insert into t values (1, 'yes'), (2, 'no');
--- back rows
insert into t values (1, true), (2, false);

--- pair a type narrows
--- before
create table t (id integer primary key, a text, b bigint, c numeric, d double precision, e timestamptz);
--- after
create table t (id integer primary key, a varchar(5), b smallint, c numeric(4, 1), d real, e timestamp);
--- rows
insert into t values (1, 'abc', 5, 1.5, 2.5, '2024-01-01 00:00:00+00');
--- back rows
insert into t values (1, 'abc', 5, 1.5, 2.5, '2024-01-01');

--- pair a text becomes dates and numbers of all sorts
--- before
create table t (id integer primary key, a text, b text, c text, d text, e text, f text);
--- after
create table t (id integer primary key, a uuid, b date, c interval, d inet, e integer[], f numeric(10, 2));
--- rows
insert into t values (1, '11111111-1111-1111-1111-111111111111', '2024-01-01', '1 day', '10.0.0.1', '{1,2}', '1.25');
--- back rows
insert into t values (1, '11111111-1111-1111-1111-111111111111', '2024-01-01', '1 day', '10.0.0.1', '{1,2}', '1.25');

--- pair a scalar becomes a list by a rule
--- before
create table t (id integer primary key, tag text);
--- after
create table t (id integer primary key, tag text[] default '{}' not null);
--- backfill t.tag: array[tag]
--- back backfill t.tag: tag[1]
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, '{x}');

--- pair a number becomes true or false
--- before
create table t (id integer primary key, a smallint default 0 not null, b integer default 1);
--- after
create table t (id integer primary key, a boolean default false not null, b boolean default true);
--- backfill t.a: a <> 0
--- back backfill t.a: a::integer::smallint
--- rows
insert into t values (1, 1, 1);
--- back rows
insert into t values (1, true, true);

--- pair a json text becomes json and back
--- before
create table t (id integer primary key, a text default '{}', b json);
create index t_a on t (a);
--- after
create table t (id integer primary key, a jsonb default '{}', b jsonb);
create index t_a on t using gin (a);
--- rows
insert into t values (1, '{"x": 1}', '{"y": 2}');
--- back rows
insert into t values (1, '{"x": 1}', '{"y": 2}');

--- pair a char becomes a text
--- before
create table t (id integer primary key, a char(3) default 'x', b varchar);
--- after
create table t (id integer primary key, a text default 'x', b varchar(40));
--- rows
insert into t values (1, 'abc', 'd');
--- back rows
insert into t values (1, 'abc', 'd');

--- pair times get and lose their zone and their precision
--- before
create table t (id integer primary key, a timestamp, b time, c timestamptz(3), d interval);
--- after
create table t (id integer primary key, a timestamptz, b timetz, c timestamptz, d interval(0));
--- rows
insert into t values (1, '2024-01-01', '10:00', now(), '1 day');
--- back rows
insert into t values (1, '2024-01-01', '10:00', '2024-01-01 10:00:00.125+00', '1 day');

--- pair a type changes under a partial unique index, an exclusion and a statistics object
--- before
create table t (id integer primary key, a integer, b integer, during int4range, constraint t_x exclude using gist (during with &&));
create unique index t_a on t (a) where b is null;
create statistics t_ab on a, b from t;
--- after
create table t (id integer primary key, a bigint, b bigint, during int8range, constraint t_x exclude using gist (during with &&));
create unique index t_a on t (a) where b is null;
create statistics t_ab on a, b from t;
--- backfill t.during: int8range(lower(during), upper(during))
--- back backfill t.during: int4range(lower(during)::integer, upper(during)::integer)
--- rows
insert into t values (1, 2, null, '[1,2)');
--- back rows
insert into t values (1, 2, null, '[1,2)');

--- pair two computed columns over a column whose type changes, with an index on one
--- before
create table t (id integer primary key, a integer, b integer generated always as (a * 2) stored not null, c text generated always as ('x' || a::text) stored);
create unique index t_b on t (b);
alter table t add constraint t_c unique (c);
--- after
create table t (id integer primary key, a numeric, b integer generated always as (a * 2) stored not null, c text generated always as ('x' || a::text) stored);
create unique index t_b on t (b);
alter table t add constraint t_c unique (c);
--- rows
insert into t (id, a) values (1, 2);
--- back rows
insert into t (id, a) values (1, 2);

--- pair a column of a domain becomes one of its base type
--- before
create domain amount as integer check (value > 0);
create table t (id integer primary key, a amount default 3 not null, b amount[]);
--- after
create domain amount as integer check (value > 0);
create table t (id integer primary key, a integer default 3 not null, b integer[]);
--- rows
insert into t values (1, 2, '{1,2}');
--- back rows
insert into t values (1, 2, '{1,2}');

--- pair a collation changes below a view and a unique index
--- before
create table t (id integer primary key, a text unique);
create view v as select a from t order by a;
--- after
create table t (id integer primary key, a text collate "C" unique);
create view v as select a from t order by a;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a type and a collation change at once
--- before
create table t (id integer primary key, a varchar(10) collate "C" default 'x');
--- after
create table t (id integer primary key, a text collate "POSIX" default 'x');
--- rows
insert into t values (1, 'y');
--- back rows
insert into t values (1, 'y');

--- pair a type changes in a table with a trigger that names the column and a rule
--- before
create table t (id integer primary key, a integer);
create table log (a bigint);
create function note() returns trigger language plpgsql as $$ begin insert into log values (new.a); return new; end $$;
create trigger t_note after insert or update of a on t for each row when (new.a is not null) execute function note();
create rule t_gone as on delete to t do also insert into log values (old.a);
--- after
create table t (id integer primary key, a bigint);
create table log (a bigint);
create function note() returns trigger language plpgsql as $$ begin insert into log values (new.a); return new; end $$;
create trigger t_note after insert or update of a on t for each row when (new.a is not null) execute function note();
create rule t_gone as on delete to t do also insert into log values (old.a);
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a type changes below a trigger that is switched off and remarked upon
--- before
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a integer);
create trigger t_f before update of a on t for each row execute function f();
alter table t disable trigger t_f;
comment on trigger t_f on t is 'off';
--- after
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (id integer primary key, a bigint);
create trigger t_f before update of a on t for each row execute function f();
alter table t disable trigger t_f;
comment on trigger t_f on t is 'off';
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a type changes below a policy with rights and a view with rights of a column
--- before
create table t (id integer primary key, a integer, b text);
alter table t enable row level security;
create policy t_own on t for select to pg_monitor using (a = 1);
comment on policy t_own on t is 'own';
create view v as select a, b from t;
grant select (a), update (b) on v to pg_monitor;
grant select on t to pg_monitor;
comment on column v.a is 'the a';
--- after
create table t (id integer primary key, a bigint, b text);
alter table t enable row level security;
create policy t_own on t for select to pg_monitor using (a = 1);
comment on policy t_own on t is 'own';
create view v as select a, b from t;
grant select (a), update (b) on v to pg_monitor;
grant select on t to pg_monitor;
comment on column v.a is 'the a';
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');

--- pair a type changes below a column with settings
--- before
create table t (id integer primary key, a varchar(10));
alter table t alter column a set statistics 500;
alter table t alter column a set storage external;
alter table t alter column a set (n_distinct = 5);
comment on column t.a is 'a';
--- after
create table t (id integer primary key, a text);
alter table t alter column a set statistics 500;
alter table t alter column a set storage external;
alter table t alter column a set (n_distinct = 5);
comment on column t.a is 'a';
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a type changes to one of another storage
--- before
create table t (id integer primary key, a text);
alter table t alter column a set storage external;
--- after
create table t (id integer primary key, a integer);
--- rows
insert into t values (1, '1');
--- back rows
insert into t values (1, 1);

--- pair a type changes in the clustered index and the replica identity
--- before
create table t (id integer not null, a integer);
create unique index t_id on t (id);
create index t_a on t (a);
alter table t replica identity using index t_id;
alter table t cluster on t_a;
--- after
create table t (id bigint not null, a bigint);
create unique index t_id on t (id);
create index t_a on t (a);
alter table t replica identity using index t_id;
alter table t cluster on t_a;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair an operator class no longer fits the type
--- before
create table t (id integer primary key, a text);
create index t_a on t (a text_pattern_ops);
create index t_b on t ((lower(a)) text_pattern_ops desc nulls last);
--- after
create table t (id integer primary key, a integer);
create index t_a on t (a);
--- rows
insert into t values (1, '7');
--- back rows
insert into t values (1, 7);

--- pair a check no longer fits the type
--- before
create table t (id integer primary key, a text constraint t_a check (a ~ '^[0-9]+$'), b text constraint t_b check (length(b) > 0));
--- after
create table t (id integer primary key, a integer constraint t_a check (a >= 0), b text constraint t_b check (length(b) > 0));
--- rows
insert into t values (1, '7', 'x');
--- back rows
insert into t values (1, 7, 'x');

--- pair a default that calls a function fits another type
--- before
create table t (id uuid default gen_random_uuid() primary key, at timestamp default now() not null);
--- after
create table t (id text default gen_random_uuid()::text primary key, at timestamptz default now() not null);
--- rows
insert into t default values;
--- back rows
insert into t default values;

--- pair columns swap their types
--- before
create table t (id integer primary key, a integer, b text, constraint t_ab unique (a, b));
--- after
create table t (id integer primary key, a text, b integer, constraint t_ab unique (a, b));
--- rows
insert into t values (1, 2, '3');
--- back rows
insert into t values (1, '2', 3);
