--- pair tables come and go
--- before
create table a (id integer primary key, b_id integer references b (id));
create table b (id integer primary key, a_id integer references a (id));
--- after
create table c (id integer primary key autoincrement, d_id integer references d (id));
create table d (id integer primary key, c_id integer references c (id) on delete cascade, unique (c_id));
create index d_c on d (c_id desc);
--- rows
insert into a values (1, null);
insert into b values (1, 1);
--- back rows
insert into c values (1, null);
insert into d values (1, 1);

--- pair a table is renamed with all that names it
--- before
create table users (id integer primary key autoincrement, name text, boss integer references users (id), check (users.id > 0));
create table posts (id integer primary key, user_id integer references users (id) on delete cascade);
create index users_name on users (name);
create view names as select u.name from posts p, users u where u.id = p.user_id;
create trigger posts_t after insert on posts begin
  update users set name = 'author' where id = new.user_id;
end;
--- after
create table people (id integer primary key autoincrement, name text, boss integer references people (id), check (people.id > 0));
create table posts (id integer primary key, user_id integer references people (id) on delete cascade);
create index users_name on people (name);
create view names as select u.name from posts p, people u where u.id = p.user_id;
create trigger posts_t after insert on posts begin
  update people set name = 'author' where id = new.user_id;
end;
--- renamed users -> people
--- rows
insert into users values (1, 'a', null), (2, 'b', 1);
insert into posts values (1, 1);
--- back rows
insert into people values (1, 'a', null), (2, 'b', 1);
insert into posts values (1, 1);

--- pair a table is renamed and made anew
--- before
create table users (id integer primary key, name text);
create table posts (id integer primary key, user_id integer references users (id) on delete cascade);
--- after
create table people (id integer primary key, name text not null unique);
create table posts (id integer primary key, user_id integer references people (id) on delete cascade);
--- renamed users -> people
--- rows
insert into users values (1, 'a'), (2, 'b');
insert into posts values (1, 1);
--- back rows
insert into people values (1, 'a'), (2, 'b');
insert into posts values (1, 1);

--- pair views come and change
--- before
create table t (a integer primary key, b text);
create view v as select a from t;
--- after
create table t (a integer primary key, b text);
create view v (x, y) as
  select a, -- the key
         b
  from t;
create view w as select x from v where y in (select y from v union all select 'z');
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair views on views outlive the table below them
--- before
create table t (a integer primary key, b text);
create view v as select a, b, count(*) from t group by a, b;
create view w as select * from v;
create view x as with q as (select a from w) select * from q, t as "T2" where "T2".b <> "none";
--- after
create table t (a integer primary key, b text not null);
create view v as select a, b, count(*) from t group by a, b;
create view w as select * from v;
create view x as with q as (select a from w) select * from q, t as "T2" where "T2".b <> "none";
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair a view is written through
--- before
create table t (a integer primary key, b text);
create view v as select a, b from t;
create trigger v_insert instead of insert on v begin
  insert into t values (new.a, new.b);
end;
create trigger v_update instead of update of b on v when new.b <> old.b begin
  update t set b = new.b where a = old.a;
end;
--- after
create table t (a integer primary key, b text default 'x');
create view v as select a, b from t;
create trigger v_insert instead of insert on v begin
  insert into t values (new.a, new.b);
end;
create trigger v_update instead of update of b on v when new.b <> old.b begin
  update t set b = new.b where a = old.a;
end;
--- rows
insert into v values (1, 'b');
--- back rows
insert into v values (1, 'b');

--- pair triggers come and change
--- before
create table t (a integer primary key, b text);
create table log (line text);
create trigger one after insert on t begin
  insert into log values ('one');
end;
create trigger two before delete on t when old.a > 1 begin
  select raise(abort, 'no');
end;
--- after
create table t (a integer primary key, b text);
create table log (line text);
create trigger one after insert on t begin
  insert into log values ('ONE');
end;
create trigger three after update of b on t for each row begin
  insert into log select case when new.b > 'b' then 'x' else 'y' end as line;
  delete from log where line = 'y';
end;
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair triggers on the table and elsewhere outlive it, and none is set off
--- before
create table t (a integer primary key, b text);
create table log (id integer primary key autoincrement, line text);
create table other (x int);
create trigger on_insert after insert on t begin
  insert into log (line) values ('inserted');
end;
create trigger on_delete after delete on t begin
  insert into log (line) values ('deleted');
end;
create trigger elsewhere after insert on other begin
  update t set b = 'touched' where a = new.x;
end;
--- after
create table t (a integer primary key, b text not null);
create table log (id integer primary key autoincrement, line text);
create table other (x int);
create trigger on_insert after insert on t begin
  insert into log (line) values ('inserted');
end;
create trigger on_delete after delete on t begin
  insert into log (line) values ('deleted');
end;
create trigger elsewhere after insert on other begin
  update t set b = 'touched' where a = new.x;
end;
--- rows
insert into t values (1, 'b'), (2, 'c');
insert into other values (1);
--- back rows
insert into t values (1, 'b'), (2, 'c');

--- pair a trigger gets another name
--- before
create table t (a integer primary key, b text);
create trigger one after insert on t begin
  update t set b = 'x' where a = new.a;
end;
--- after
create table t (a integer primary key, b text);
create trigger two after insert on t begin
  update t set b = 'x' where a = new.a;
end;
--- renamed trigger t.one -> t.two
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair a view gets another name
--- before
create table t (a integer primary key, b text);
create view v as select a from t;
create view w as select a from v;
create trigger v_insert instead of insert on v begin
  insert into t (a) values (new.a);
end;
--- after
create table t (a integer primary key, b text);
create view renamed as select a from t;
create view w as select a from renamed;
create trigger v_insert instead of insert on renamed begin
  insert into t (a) values (new.a);
end;
--- renamed view v -> renamed
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair a table with a virtual one over it
--- before
create table docs (id integer primary key, body text);
create virtual table docs_search using fts5(body, content='docs', content_rowid='id');
create trigger docs_i after insert on docs begin
  insert into docs_search (rowid, body) values (new.id, new.body);
end;
--- after
create table docs (id integer primary key, body text not null);
create virtual table docs_search using fts5(body, content='docs', content_rowid='id');
create trigger docs_i after insert on docs begin
  insert into docs_search (rowid, body) values (new.id, new.body);
end;
--- rows
insert into docs values (1, 'some words');
--- back rows
insert into docs values (1, 'some words');

--- pair a virtual table comes
--- before
create table docs (id integer primary key, body text);
--- after
create table docs (id integer primary key, body text);
create virtual table docs_search using fts5(body, tokenize = "unicode61 remove_diacritics 2");
create virtual table boxes using rtree(id, x0, x1);
--- rows
insert into docs values (1, 'some words');
--- back rows
insert into docs values (1, 'some words');

--- pair names that are keywords
--- before
create table "group" ("order" integer primary key, key text, "values" text check ("values" <> ''), action text);
create view "table" as select "order", key from "group" where "values" is not null;
--- after
create table "group" ("order" integer primary key, key text not null, "values" text check ("values" <> ''), action text unique, "add" int references "group" ("order"));
create view "table" as select "order", key from "group" where "values" is not null;
--- rows
insert into "group" values (1, 'k', 'v', 'a');
--- back rows
insert into "group" values (1, 'k', 'v', 'a', 1);

--- pair a table whose meanwhile name is taken
--- before
create table t (a integer primary key, b text);
create table new_t (a integer primary key);
create table x (a int);
create index new_new_t on x (a);
--- after
create table t (a integer primary key, b text not null);
create table new_t (a integer primary key);
create table x (a int);
create index new_new_t on x (a);
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair columns called as the row's number is
--- before
create table t (rowid text, _rowid_ text, b text);
create table u (rowid text, oid text, _rowid_ text);
--- after
create table t (rowid text, _rowid_ text, b text not null);
create table u (rowid text, oid text not null, _rowid_ text);
--- rows
insert into t values ('r', 's', 'b'), ('r', 's', 'b');
insert into u values ('r', 's', 'b'), ('r', 's', 'b');
--- back rows
insert into t values ('r', 's', 'b');
insert into u values ('r', 's', 'b');
