--- pair views of every form outlive the table below them
--- before
create table t (id integer primary key, up int, v text);
create view windows as select id, row_number() over (partition by up order by v desc) as n, sum(id) filter (where v is not null) over w as s from t window w as (order by id rows between unbounded preceding and current row);
create view tree as with recursive r (id, depth) as (select id, 0 from t where up is null union all select t.id, depth + 1 from t join r on t.up = r.id) select * from r;
create view both as select id, v from t union select 0, 'none' except select 1, 'a' order by 1 limit 10;
create view listed as values (1, 'a'), (2, 'b');
create view picked as select case when v is null then '-' else v end as v, exists (select * from t as o where o.up = t.id) as has, (select max(id) from t) as top from t where id in (select up from t);
--- after
create table t (id integer primary key, up int references t (id), v text);
create view windows as select id, row_number() over (partition by up order by v desc) as n, sum(id) filter (where v is not null) over w as s from t window w as (order by id rows between unbounded preceding and current row);
create view tree as with recursive r (id, depth) as (select id, 0 from t where up is null union all select t.id, depth + 1 from t join r on t.up = r.id) select * from r;
create view both as select id, v from t union select 0, 'none' except select 1, 'a' order by 1 limit 10;
create view listed as values (1, 'a'), (2, 'b');
create view picked as select case when v is null then '-' else v end as v, exists (select * from t as o where o.up = t.id) as has, (select max(id) from t) as top from t where id in (select up from t);
--- rows
insert into t values (1, null, 'a'), (2, 1, null), (3, 2, 'c');
--- back rows
insert into t values (1, null, 'a'), (2, 1, null);

--- pair views stand on views whose names come later
--- before
create table t (id integer primary key, v text);
create view z as select id, v from t;
create view m as select id, v from z;
create view a as select id, v from m;
--- after
create table t (id integer primary key, v text not null);
create view z as select id, v, 1 as one from t;
create view m as select id, v, one from z;
create view a as select id, v, one + 1 as two from m;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair the lowest view of a chain changes and the others do not
--- before
create table t (id integer primary key, v text);
create view low as select id, v from t;
create view mid as select * from low;
create view top as select v from mid;
create trigger mid_i instead of insert on mid begin
  insert into t values (new.id, new.v);
end;
--- after
create table t (id integer primary key, v text);
create view low as select id, upper(v) as v from t where id > 0;
create view mid as select * from low;
create view top as select v from mid;
create trigger mid_i instead of insert on mid begin
  insert into t values (new.id, new.v);
end;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair two views change places
--- before
create table t (id integer primary key, v text);
create view one as select id from t;
create view two as select v from t;
--- after
create table t (id integer primary key, v text);
create view one as select v from t;
create view two as select id from t;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a view turns round which of two stands on the other
--- before
create table t (id integer primary key, v text);
create view a as select id, v from t;
create view b as select id from a;
--- after
create table t (id integer primary key, v text);
create view b as select id, v from t;
create view a as select id, v from b;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a view gets a list of columns and another one
--- before
create table t (id integer primary key, v text);
create view one (number, "a text") as select id, v from t;
create view two as select number, "a text" from one;
--- after
create table t (id integer primary key, v text);
create view one (no, "the text") as select id, v from t;
create view two as select no, "the text" from one;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a view reads functions that are tables
--- before
create table t (id integer primary key, body text);
create view parts as select t.id, e.key, e.value from t, json_each(t.body) e;
create view names as select name from pragma_table_info('t');
--- after
create table t (id integer primary key, body text not null default '[]');
create view parts as select t.id, e.key, e.value, e.type from t, json_each(t.body) e where e.value is not null;
create view names as select name from pragma_table_info('t');
--- rows
insert into t values (1, '[1, 2]');
--- back rows
insert into t values (1, '[1, 2]');

--- pair a view shows a column that comes, and one more no longer what goes
--- before
create table t (id integer primary key, a text, b text);
create view one as select * from t;
create view two as select a, b from t;
--- after
create table t (id integer primary key, a text, c int default 1);
create view one as select * from t;
create view two as select a, c from t;
--- rows
insert into t values (1, 'a', 'b');
--- back rows
insert into t values (1, 'a', 2);

--- pair a view goes with the table that it showed
--- before
create table t (id integer primary key, v text);
create table u (id integer primary key);
create view one as select v from t;
create view two as select one.v, u.id from one, u;
create trigger one_i instead of delete on one begin
  delete from t where v = old.v;
end;
--- after
create table u (id integer primary key);
create view two as select id from u;
--- rows
insert into t values (1, 'v');
insert into u values (1);
--- back rows
insert into u values (1);

--- pair a view calls its columns as others call theirs
--- before
create table t (id integer primary key, name text, total int);
create table u (id integer primary key, t text, "order" int);
create view v as select t.id as total, u.t as name, u."order" as id, 't' as u from t, u where t.name = u.t;
--- after
create table t (id integer primary key, name text, total int not null);
create table u (id integer primary key, t text not null, "order" int);
create view v as select t.id as total, u.t as name, u."order" as id, 't' as u from t, u where t.name = u.t;
--- rows
insert into t values (1, 'x', 1);
insert into u values (1, 'x', 1);
--- back rows
insert into t values (1, 'x', 1);
insert into u values (1, 'x', 1);
