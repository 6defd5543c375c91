--- pair a tower of views over a column whose type changes
--- before
create table t (id integer primary key, a integer, b text);
create view v1 as select id, a, b from t;
create view v2 as select id, a + 1 as a from v1;
create materialized view m3 as select a, count(*) as n from v2 group by a;
create unique index m3_a on m3 (a);
create view v4 as select m3.a, v1.b from m3 join v1 using (a);
create view v5 as select * from v4 where a > 0;
comment on view v5 is 'top';
grant select on v5 to pg_monitor;
--- after
create table t (id integer primary key, a bigint, b text);
create view v1 as select id, a, b from t;
create view v2 as select id, a + 1 as a from v1;
create materialized view m3 as select a, count(*) as n from v2 group by a;
create unique index m3_a on m3 (a);
create view v4 as select m3.a, v1.b from m3 join v1 using (a);
create view v5 as select * from v4 where a > 0;
comment on view v5 is 'top';
grant select on v5 to pg_monitor;
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');

--- pair a view gets more columns at its end
--- before
create table t (a integer, b text, c text);
create view v as select a from t;
create view w as select a from v;
--- after
create table t (a integer, b text, c text);
create view v as select a, b, c from t;
create view w as select a from v;
--- rows
insert into t values (1, 'x', 'y');
--- back rows
insert into t values (1, 'x', 'y');

--- pair a view's options change and its columns get defaults
--- before
create table t (a integer, b text);
create view v as select a, b from t;
--- after
create table t (a integer, b text);
create view v with (security_invoker = on) as select a, b from t;
alter view v alter column b set default 'x';
create function f() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger v_f instead of insert on v for each row execute function f();
create rule v_del as on delete to v do instead delete from t where t.a = old.a;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view with a rule and a default is made anew for a type
--- before
create table t (a integer, b text);
create view v as select a, b from t;
alter view v alter column b set default 'x';
create rule v_del as on delete to v do instead delete from t where t.a = old.a;
grant select, insert on v to pg_monitor;
--- after
create table t (a bigint, b text);
create view v as select a, b from t;
alter view v alter column b set default 'x';
create rule v_del as on delete to v do instead delete from t where t.a = old.a;
grant select, insert on v to pg_monitor;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a recursive view, one with a window and one with values
--- before
create table t (id integer primary key, parent integer references t);
--- after
create table t (id integer primary key, parent integer references t);
create recursive view up (id, top) as select id, id from t where parent is null union all select t.id, up.top from t join up on t.parent = up.id;
create view ranked as select id, row_number() over (partition by parent order by id desc) as place from t;
create view fixed as values (1, 'a'), (2, 'b');
create view odd as select t.id, case when exists (select from t c where c.parent = t.id) then 'has' else 'none' end as "Kind of" from t;
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);

--- pair a view becomes one that keeps its rows
--- before
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
--- after
create table t (a integer, b text);
create materialized view v as select a, b from t;
create index v_a on v (a);
create view w as select a from v;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view that keeps its rows changes its query, its options and its indexes
--- before
create table t (a integer, b text);
create materialized view m as select a, count(*) as n from t group by a;
create unique index m_a on m (a);
create index m_n on m (n) where n > 1;
create view w as select n from m;
comment on column m.n is 'how many';
grant select on m to pg_monitor;
--- after
create table t (a integer, b text);
create materialized view m with (fillfactor = 80) as select a, count(b) as n from t group by a;
create unique index m_a on m (a);
create index m_n on m (n desc);
create view w as select n from m;
comment on column m.n is 'how many';
grant select on m to pg_monitor;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view that keeps its rows is renamed with its index
--- before
create table t (a integer, b text);
create materialized view m as select a, b from t;
create unique index m_a on m (a);
create view w as select a from m;
--- after
create table t (a integer, b text);
create materialized view k as select a, b from t;
create unique index k_a on k (a);
create view w as select a from k;
--- renamed materializedview m -> k
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view gets other names for its columns
--- before
create table t (a integer, b text);
create view v (x, y) as select a, b from t;
create view w as select x from v;
--- after
create table t (a integer, b text);
create view v (x, z) as select a, b from t;
create view w as select x from v;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a table that a view reads is dropped and the view reads another
--- before
create table old_t (a integer, b text);
create table t (a integer, b text);
create view v as select a, b from old_t;
create view w as select a from v;
--- after
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view of all columns follows a new one
--- before
create table t (a integer, b text);
create view v as select * from t;
create function f() returns setof v language sql as $$ select * from v $$;
--- after
create table t (a integer, b text, c boolean default true not null);
create view v as select * from t;
create function f() returns setof v language sql as $$ select * from v $$;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x', false);

--- pair views over tables of two schemas with quoted names
--- before
create schema "S1";
create table "S1"."T" ("A" integer primary key, "bC" text);
create view "S1"."V" as select "A", "bC" from "S1"."T";
create view v as select "A" from "S1"."V";
--- after
create schema "S1";
create table "S1"."T" ("A" bigint primary key, "bD" text);
create view "S1"."V" as select "A", "bD" from "S1"."T";
create view v as select "A" from "S1"."V";
--- renamed S1:T.bC -> S1:T.bD
--- rows
insert into "S1"."T" values (1, 'x');
--- back rows
insert into "S1"."T" values (1, 'x');

--- pair a view groups by a primary key that changes
--- before
create table t (a integer, b text, c integer, constraint t_key primary key (a));
create view v as select a, b, count(*) as n from t group by a;
--- after
create table t (a integer not null, b text, c integer, constraint t_key primary key (c), constraint t_a unique (a));
create view v as select c, b, count(*) as n from t group by c;
--- rows
insert into t values (1, 'x', 2);
--- back rows
insert into t values (1, 'x', 2);

--- pair two views refer to a column that is renamed and retyped
--- before
create table t (id integer primary key, old_name integer);
create view v as select id, old_name from t;
create view w as select id, old_name + 1 as more from v;
create materialized view m as select more from w;
--- after
create table t (id integer primary key, new_name bigint);
create view v as select id, new_name from t;
create view w as select id, new_name + 1 as more from v;
create materialized view m as select more from w;
--- renamed t.old_name -> t.new_name
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a table gets the name of a view that goes, with what stands on that
--- before
create table users (id integer primary key, name text not null);
create view people as select id, name from users;
create view names as select name from people;
create rule people_in as on insert to people do instead insert into users (id, name) values (new.id, new.name);
create table notes (id integer primary key, user_id integer not null references users (id));
--- after
create table people (id integer primary key, name text not null);
create view names as select name from people;
create table notes (id integer primary key, user_id integer not null references people (id));
--- renamed users -> people
--- rows
insert into users values (1, 'a');
insert into notes values (1, 1);
--- back rows
insert into people values (1, 'a');
insert into notes values (1, 1);
