--- pair a view comes
--- before
create table t (a integer, b text);
--- after
create table t (a integer, b text);
create view v as select a, b from t where a > 0;
create view w as select a from v;
comment on view v is 'v';
comment on column v.a is 'a';
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view changes and others stand on it
--- before
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
create view x as select a from w;
grant select on x to public;
--- after
create table t (a integer, b text);
create view v as select b, a from t;
create view w as select a from v;
create view x as select a from w;
grant select on x to public;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view is replaced in place
--- before
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
--- after
create table t (a integer, b text);
create view v as select a, b from t where a > 5;
create view w as select a from v;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view is in the way of a type
--- before
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a + 1 as c from v;
comment on view w is 'w';
create function add_one() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger v_insert instead of insert on v for each row execute function add_one();
--- after
create table t (a bigint, b text);
create view v as select a, b from t;
create view w as select a + 1 as c from v;
comment on view w is 'w';
create function add_one() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger v_insert instead of insert on v for each row execute function add_one();
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view is in the way of a column that goes
--- before
create table t (a integer, b text, c text);
create view v as select a, c from t;
create view w as select a from v;
--- after
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
--- rows
insert into t values (1, 'x', 'y');
--- back rows
insert into t values (1, 'x');

--- pair a column is renamed under a view
--- before
create table users (id integer primary key, mail text);
create view v as select id, mail from users;
create view w as select mail from v;
--- after
create table users (id integer primary key, email text);
create view v as select id, email from users;
create view w as select email from v;
--- renamed users.mail -> users.email
--- rows
insert into users values (1, 'x');
--- back rows
insert into users values (1, 'x');

--- pair a table is renamed under a view
--- before
create table users (id integer primary key, mail text);
create view v as select users.id, mail from users;
--- after
create table accounts (id integer primary key, mail text);
create view v as select accounts.id, mail from accounts;
--- renamed users -> accounts
--- rows
insert into users values (1, 'x');
--- back rows
insert into accounts values (1, 'x');

--- pair a view that keeps its rows
--- before
create table t (a integer, b text);
--- after
create table t (a integer, b text);
create materialized view m as select a, count(*) as n from t group by a;
create unique index m_a on m (a);
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view that keeps its rows is in the way
--- before
create table t (a integer, b text);
create materialized view m as select a, count(*) as n from t group by a;
create unique index m_a on m (a);
comment on materialized view m is 'm';
--- after
create table t (a bigint, b text);
create materialized view m as select a, count(*) as n from t group by a;
create unique index m_a on m (a);
create index m_n on m (n);
comment on materialized view m is 'm';
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view with options
--- before
create table t (a integer, b text);
create view v as select a, b from t where a > 0;
--- after
create table t (a integer, b text);
create view v with (security_barrier = true, security_invoker = true) as select a, b from t where a > 0 with local check option;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view leans on a primary key
--- before
create table t (a integer, b text);
--- after
create table t (a integer primary key, b text);
create view v as select a, b, count(*) as n from t group by a;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a view is renamed
--- before
create table t (a integer, b text);
create view v as select a, b from t;
create view w as select a from v;
--- after
create table t (a integer, b text);
create view u as select a, b from t;
create view w as select a from u;
--- renamed view v -> u
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a table becomes a view
--- before
create table t (a integer, b text);
create table s (a integer, b text);
--- after
create table t (a integer, b text);
create view s as select a, b from t;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');
