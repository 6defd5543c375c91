--- pair an int key of a strict table becomes the row's number
--- before
create table t (id int primary key, v text) strict;
--- after
create table t (id integer primary key, v text) strict;
--- rows
insert into t values (5, 'a'), (3, 'b'), (-9223372036854775808, null);
--- back rows
insert into t values (5, 'a'), (3, 'b'), (9223372036854775807, null);

--- pair a strict table is strict no longer
--- before
create table t (id integer primary key, v any, n int) strict;
--- after
create table t (id integer primary key, v blob, n int);
--- rows
insert into t values (1, '7', 7), (2, x'00', null), (3, 9223372036854775807, 0), (4, 1.5, 1);
--- back rows
insert into t values (1, '7', 7), (2, x'00', null);

--- pair any in a strict table keeps a text of digits a text
--- before
create table t (id integer primary key, v any) strict;
--- after
create table t (id integer primary key, v any, check (v <> 'none')) strict;
--- rows
insert into t values (1, '0012'), (2, 12), (3, x'30'), (4, 12.0), (5, null);
--- back rows
insert into t values (1, '0012'), (2, 12);

--- pair row numbers come back to a table with a key of two columns
--- before
create table t (a text, b int, c text, primary key (a, b)) without rowid;
create index t_c on t (c);
--- after
create table t (a text, b int, c text, primary key (a, b));
create index t_c on t (c);
--- rows
insert into t values ('y', 2, null), ('x', 1, 'c'), ('x', 0, 'd');
--- back rows
insert into t values ('y', 2, null), ('x', 1, 'c');

--- pair a counted table loses its row numbers and its counter
--- before
create table t (id integer primary key autoincrement, name text);
--- after
create table t (id integer primary key, name text not null) without rowid;
--- rows
insert into t values (7, 'a'), (3, 'b');
delete from t where id = 7;
--- back rows
insert into t values (7, 'a'), (3, 'b');

--- pair a key without row numbers has an order and a collation
--- before
create table t (a int, b text, c text, primary key (a desc, b collate nocase)) without rowid;
create index t_c on t (c desc);
--- after
create table t (a int, b text, c text, d text default 'x' check (d <> ''), primary key (a desc, b collate nocase), unique (c, d)) without rowid;
create index t_c on t (c desc);
--- rows
insert into t values (1, 'b', 'c'), (1, 'C', 'd'), (2, 'b', null);
--- back rows
insert into t values (1, 'b', 'c', 'd'), (2, 'b', null, null);

--- pair a table without row numbers grows in place
--- before
create table t (a text primary key) without rowid;
--- after
create table t (a text primary key, b text, c int not null default 3) without rowid;
--- rows
insert into t values ('x'), ('y');
--- back rows
insert into t values ('x', 'b', 1);

--- pair a table without row numbers refers to itself
--- before
create table t (a text primary key, up text references t (a) on delete cascade) without rowid;
--- after
create table t (a text primary key, up text references t (a) on update cascade on delete restrict, n int) without rowid, strict;
--- rows
insert into t values ('root', null), ('x', 'root'), ('y', 'x');
--- back rows
insert into t values ('root', null, 1), ('x', 'root', 2);

--- pair a counter ends
--- before
create table t (id integer primary key autoincrement, v text);
create table u (id integer primary key autoincrement, v text);
--- after
create table t (id integer primary key, v text);
create table u (id integer primary key autoincrement, v text);
--- rows
insert into t values (5, 'a'), (9, 'b');
insert into u values (50, 'a');
delete from t where id = 9;
--- back rows
insert into t values (5, 'a');
insert into u values (50, 'a');

--- pair counted tables are made anew side by side, one of them empty and one never used
--- before
create table t (id integer primary key autoincrement, v text);
create table u (id integer primary key autoincrement, t_id int references t (id), v text);
create table w (id integer primary key autoincrement, v text);
--- after
create table t (id integer primary key autoincrement, v text not null);
create table u (id integer primary key autoincrement, t_id int references t (id), v text not null);
create table w (id integer primary key autoincrement, v text not null);
--- rows
insert into t values (5, 'a'), (9, 'b');
insert into u values (50, 5, 'a');
delete from u;
--- back rows
insert into t values (5, 'a');

--- pair a counted table is renamed and made anew
--- before
create table t (id integer primary key autoincrement, v text);
--- after
create table things (id integer primary key autoincrement, v text unique not null);
--- renamed t -> things
--- rows
insert into t values (5, 'a'), (900, 'b');
delete from t where id = 900;
--- back rows
insert into things values (5, 'a');

--- pair a counted key gets a second column
--- before
create table t (id integer primary key autoincrement, v text);
--- after
create table t (id integer, kind text not null, v text, primary key (id, kind));
--- backfill t.kind: 'old'
--- rows
insert into t values (5, 'a'), (9, null);
--- back rows
insert into t values (5, 'x', 'a'), (6, 'y', null);

--- pair a table with one column
--- before
create table t (a);
--- after
create table t (a unique);
--- rows
insert into t (rowid, a) values (4, x''), (-4, null), (12, null), (5, ''), (6, 0);
--- back rows
insert into t values (1), (null);

--- pair tables without any rows are made anew
--- before
create table p (id integer primary key, v text);
create table t (id integer primary key, p_id int references p (id), v text);
create index t_p on t (p_id);
--- after
create table p (id integer primary key, v text not null, w text not null);
create table t (id integer primary key, p_id int not null references p (id), v text, w int not null);
create index t_p on t (p_id);
--- backfill p.w: 'x'
--- backfill t.w: 1

--- pair a circle of three tables of which the middle is made anew
--- before
create table a (id integer primary key, c_id int references c (id) on delete set null);
create table b (id integer primary key, a_id int not null references a (id) on delete cascade, v text);
create table c (id integer primary key, b_id int not null references b (id) on delete cascade);
--- after
create table a (id integer primary key, c_id int references c (id) on delete set null);
create table b (id integer primary key, a_id int not null references a (id) on delete cascade, v text not null unique);
create table c (id integer primary key, b_id int not null references b (id) on delete cascade);
--- rows
insert into a values (1, null), (2, null);
insert into b values (1, 1, 'x'), (2, 2, 'y');
insert into c values (1, 1), (2, 2);
update a set c_id = id;
--- back rows
insert into a values (1, null);
insert into b values (1, 1, 'x');
insert into c values (1, 1);

--- pair a parent goes and those that referred to it stay
--- before
create table p (id integer primary key, name text);
create table t (id integer primary key, p_id int references p (id) on delete cascade);
create table u (id integer primary key, p_id int not null default 1 references p (id) on delete set default);
--- after
create table t (id integer primary key, p_id int);
create table u (id integer primary key);
--- rows
insert into p values (1, 'a'), (2, 'b');
insert into t values (1, 1), (2, 2);
insert into u values (1, 1), (2, 2);
--- back rows
insert into t values (1, null);

--- pair a view becomes a table
--- before
create table t (id integer primary key, v text);
create view found as select v, count(*) as n from t group by v;
create trigger found_i instead of insert on found begin
  insert into t (v) values (new.v);
end;
--- after
create table t (id integer primary key, v text);
create table found (v text, n int not null default 0);
create index found_v on found (v);
--- rows
insert into t values (1, 'a'), (2, 'a');
--- back rows
insert into t values (1, 'a'), (2, 'a');
insert into found values ('a', 2);

--- pair a table gives way to one that searches
--- before
create table found (body text, title text);
create index found_title on found (title);
--- after
create virtual table found using fts5(body, title);
--- rows
insert into found values ('some words', 'a title');
--- back rows
insert into found values ('some words', 'a title');

--- pair a table is made anew to which nothing points and all kinds of things point
--- before
create table lonely (a text, b text);
create table hub (id integer primary key, name text, up int references hub (id));
create table spoke (id integer primary key, hub_id int references hub (id) on delete cascade);
create index hub_name on hub (name);
create unique index hub_up on hub (up, lower(name)) where up is not null;
create view hubs as select h.name, count(s.id) as n from hub h left join spoke s on s.hub_id = h.id group by h.id;
create view big as select name from hubs where n > 1;
create trigger spoke_i after insert on spoke begin
  update hub set name = name || '.' where id = new.hub_id;
end;
create trigger hub_d before delete on hub when exists (select * from spoke where hub_id = old.id) begin
  select raise(abort, 'it has spokes');
end;
create trigger hubs_i instead of insert on hubs begin
  insert into hub (name) values (new.name);
end;
--- after
create table lonely (a text, b text, check (a <> b));
create table hub (id integer primary key, name text not null, up int references hub (id));
create table spoke (id integer primary key, hub_id int references hub (id) on delete cascade);
create index hub_name on hub (name);
create unique index hub_up on hub (up, lower(name)) where up is not null;
create view hubs as select h.name, count(s.id) as n from hub h left join spoke s on s.hub_id = h.id group by h.id;
create view big as select name from hubs where n > 1;
create trigger spoke_i after insert on spoke begin
  update hub set name = name || '.' where id = new.hub_id;
end;
create trigger hub_d before delete on hub when exists (select * from spoke where hub_id = old.id) begin
  select raise(abort, 'it has spokes');
end;
create trigger hubs_i instead of insert on hubs begin
  insert into hub (name) values (new.name);
end;
--- rows
insert into lonely values ('a', 'b'), (null, null), (null, null);
insert into hub values (1, 'a', null), (2, 'b', 1);
insert into spoke values (1, 1), (2, 1);
--- back rows
insert into hub values (1, 'a', null), (2, 'b', 1);
insert into spoke values (1, 1), (2, 1);
