--- pair a rule comes
--- before
create table t (a integer primary key, b int);
--- after
create table t (a integer primary key, b int, constraint b_is_positive check (b > 0));
--- rows
insert into t values (1, 2), (2, null);
--- back rows
insert into t values (1, 2);

--- pair a rule changes in a number only
--- before
create table t (a integer primary key, b int check (b > 0));
--- after
create table t (a integer primary key, b int check (b > 00));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a rule says the letters of a string otherwise
--- before
create table t (a integer primary key, b text check (b in ('A', 'B')));
--- after
create table t (a integer primary key, b text check (b in ('A', 'b')));
--- rows
insert into t values (1, 'A');
--- back rows
insert into t values (1, 'A');

--- pair a rule with a string in double quotes
--- before
create table t (a integer primary key, b text check (b <> "none"));
--- after
create table t (a integer primary key, b text not null check (b <> "none"));
--- rows
insert into t values (1, 'A');
--- back rows
insert into t values (1, 'A');

--- pair a rule that names its own table
--- before
create table t (a integer primary key, b int, check (t.b > 0 and "t"."a" > 0));
--- after
create table t (a integer primary key, b int not null, check (t.b > 0 and t.a > 0));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a name of a rule changes
--- before
create table t (a integer primary key, b int constraint one check (b > 0));
--- after
create table t (a integer primary key, b int constraint two check (b > 0));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair rules with comments and odd blanks
--- before
create table t (a integer primary key, -- the key
  b /* how many */ int check
  ( b   >0 -- none is none
  ), c text);
--- after
create table t (a integer primary key, b int check (b > 0), c text, check (c <> '-- no comment' and c <> '/*'));
--- rows
insert into t values (1, 2, 'c');
--- back rows
insert into t values (1, 2, 'c');

--- pair a unique key comes
--- before
create table t (a integer primary key, b text, c text);
--- after
create table t (a integer primary key, b text unique, c text, constraint bc unique (b, c));
--- rows
insert into t values (1, 'a', 'b'), (2, 'b', 'b');
--- back rows
insert into t values (1, 'a', 'b');

--- pair a unique key in an order and a collation of its own
--- before
create table t (a integer primary key, b text, c text, unique (b, c));
--- after
create table t (a integer primary key, b text, c text, unique (b collate nocase desc, c));
--- rows
insert into t values (1, 'a', 'b'), (2, 'b', 'b');
--- back rows
insert into t values (1, 'a', 'b');

--- pair what a conflict does is kept and changes
--- before
create table t (a integer primary key on conflict replace, b text unique on conflict ignore, c text not null on conflict ignore);
--- after
create table t (a integer primary key on conflict replace, b text unique on conflict replace, c text not null on conflict fail, d int not null on conflict replace default 5);
--- rows
insert into t values (1, 'a', 'b'), (2, 'b', 'b');
--- back rows
insert into t values (1, 'a', 'b', 6);

--- pair a column joins the key
--- before
create table t (a text not null, b text not null, c text, primary key (a));
--- after
create table t (a text not null, b text not null, c text, primary key (a, b));
--- rows
insert into t values ('1', 'b', 'c'), ('2', 'b', 'd');
--- back rows
insert into t values ('1', 'b', 'c');

--- pair the key turns round
--- before
create table t (a text, b text, primary key (a, b));
--- after
create table t (a text, b text, primary key (b desc, a));
--- rows
insert into t values ('1', 'b'), ('2', 'b');
--- back rows
insert into t values ('1', 'b');

--- pair a key comes to a table without one
--- before
create table t (a integer not null, b text);
--- after
create table t (a integer primary key, b text);
--- rows
insert into t values (5, 'b'), (3, 'c');
--- back rows
insert into t values (5, 'b');

--- pair an integer key in descending order, which is none
--- before
create table t (a integer primary key desc, b text);
--- after
create table t (a integer primary key desc, b text not null);
--- rows
insert into t values (5, 'b'), (3, 'c');
--- back rows
insert into t values (5, 'b');

--- pair an integer key with an order beside it
--- before
create table t (a integer, b text, primary key (a desc));
--- after
create table t (a integer, b text not null, primary key (a desc));
--- rows
insert into t values (5, 'b'), (3, 'c');
--- back rows
insert into t values (5, 'b');

--- pair numbers are not given twice any more
--- before
create table t (a integer primary key, b text);
--- after
create table t (a integer primary key autoincrement, b text);
--- rows
insert into t values (5, 'b'), (3, 'c');
--- back rows
insert into t values (5, 'b');

--- pair a table without row numbers
--- before
create table t (a text, b int, c text, primary key (a, b)) without rowid;
--- after
create table t (a text, b int, c text not null, primary key (a, b)) without rowid;
--- rows
insert into t values ('x', 1, 'c'), ('y', 2, 'd');
--- back rows
insert into t values ('x', 1, 'c');

--- pair row numbers go
--- before
create table t (a text not null primary key, c text);
--- after
create table t (a text primary key, c text) without rowid;
--- rows
insert into t values ('x', 'c'), ('y', 'd');
--- back rows
insert into t values ('x', 'c');

--- pair a table becomes strict
--- before
create table t (a integer primary key, c text, d any);
--- after
create table t (a integer primary key, c text, d any) strict;
--- rows
insert into t values (1, 'c', 5), (2, 'd', '7');
--- back rows
insert into t values (1, 'c', x'00');

--- pair a strict table without row numbers changes
--- before
create table t (a text primary key, c text) strict, without rowid;
--- after
create table t (a text primary key, c text check (c <> ''), d real) without rowid, strict;
--- rows
insert into t values ('1', 'c'), ('2', 'd');
--- back rows
insert into t values ('1', 'c', 1.5);

--- pair a foreign key comes with its column in place
--- before
create table p (id integer primary key);
create table t (a integer primary key);
--- after
create table p (id integer primary key);
create table t (a integer primary key, p_id integer references p (id) on delete cascade, q int check (q > 0));
--- rows
insert into p values (1);
insert into t values (1);
--- back rows
insert into p values (1);
insert into t values (1, 1, 5);

--- pair a foreign key comes
--- before
create table p (id integer primary key);
create table t (a integer primary key, p_id integer);
--- after
create table p (id integer primary key);
create table t (a integer primary key, p_id integer not null references p (id) on delete cascade);
--- rows
insert into p values (1);
insert into t values (1, 1);
--- back rows
insert into p values (1);
insert into t values (1, 1);

--- pair what a foreign key does changes
--- before
create table p (id integer primary key);
create table t (a integer primary key, p_id integer references p);
--- after
create table p (id integer primary key);
create table t (a integer primary key, p_id integer references p (id) on update cascade on delete set null deferrable initially deferred);
--- rows
insert into p values (1);
insert into t values (1, 1), (2, null);
--- back rows
insert into p values (1);
insert into t values (1, 1);

--- pair a parent is made anew and its children stay
--- before
create table p (id integer primary key, name text default 'a');
create table t (a integer primary key, p_id integer not null references p (id) on delete cascade);
create table u (a integer primary key, p_id integer default 1 references p (id) on delete set default on update set null);
--- after
create table p (id integer primary key, name text not null default 'b');
create table t (a integer primary key, p_id integer not null references p (id) on delete cascade);
create table u (a integer primary key, p_id integer default 1 references p (id) on delete set default on update set null);
--- rows
insert into p values (1, 'x'), (2, 'y');
insert into t values (1, 1), (2, 2);
insert into u values (1, 2);
--- back rows
insert into p values (1, 'x'), (2, 'y');
insert into t values (1, 1), (2, 2);
insert into u values (1, 2);

--- pair a table that refers to itself
--- before
create table t (id integer primary key, parent_id integer references t (id) on delete cascade, name text);
--- after
create table t (id integer primary key, parent_id integer references t (id) on delete set null, name text not null);
--- rows
insert into t values (1, null, 'a'), (2, 1, 'b'), (3, 2, 'c');
--- back rows
insert into t values (1, null, 'a'), (2, 1, 'b');

--- pair a circle of two tables is made anew at once
--- before
create table a (id integer primary key, b_id integer references b (id) deferrable initially deferred, x text);
create table b (id integer primary key, a_id integer not null references a (id) on delete cascade, x text);
--- after
create table a (id integer primary key, b_id integer references b (id) deferrable initially deferred, x text not null);
create table b (id integer primary key, a_id integer not null references a (id) on delete cascade, x text check (x <> ''));
--- rows
insert into a values (1, null, 'x'), (2, null, 'y');
insert into b values (1, 1, 'x'), (2, 2, 'y');
update a set b_id = id;
--- back rows
insert into a values (1, null, 'x');
insert into b values (1, 1, 'x');

--- pair a key of two columns is referred to
--- before
create table p (x text, y text, primary key (x, y));
create table t (a integer primary key, x text, y text, foreign key (x, y) references p on update cascade);
--- after
create table p (x text, y text, z text unique, primary key (x, y));
create table t (a integer primary key, x text not null, y text, foreign key (x, y) references p on update cascade);
--- rows
insert into p values ('x', 'y');
insert into t values (1, 'x', 'y');
--- back rows
insert into p values ('x', 'y', 'z');
insert into t values (1, 'x', 'y');

--- pair a parent and its key are renamed
--- before
create table p (id integer primary key);
create table t (a integer primary key, p_id integer references p (id));
create view v as select * from t join p on p.id = t.p_id;
--- after
create table parents (key integer primary key);
create table t (a integer primary key, p_id integer references parents (key));
create view v as select * from t join parents on parents.key = t.p_id;
--- renamed p -> parents
--- renamed p.id -> parents.key
--- rows
insert into p values (1);
insert into t values (1, 1);
--- back rows
insert into parents values (1);
insert into t values (1, 1);

--- pair an integer key in descending order with a name
--- before
create table t (a integer constraint t_key primary key desc, b text);
create table u (a integer constraint "u key" primary key autoincrement, b text, constraint c foreign key (b) references t (a));
--- after
create table t (a integer constraint t_key primary key desc, b text not null);
create table u (a integer constraint "u key" primary key autoincrement, b text not null, constraint c foreign key (b) references t (a));
--- rows
insert into t values (5, 'b'), (3, 'c');
insert into u values (5, 3);
--- back rows
insert into t values (5, 'b');
insert into u values (5, 5);
