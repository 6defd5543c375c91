--- pair what a reference does in each case changes
--- before
create table p (id integer primary key, k text unique);
create table t (id integer primary key, a int references p (id) on delete cascade, b int references p (id) on delete restrict, c text references p (k) on update set null, d int references p (id) on delete no action);
--- after
create table p (id integer primary key, k text unique);
create table t (id integer primary key, a int references p (id) on delete restrict, b int references p (id) on delete set null on update cascade, c text references p (k) on update set default, d int references p (id) on delete set default);
--- rows
insert into p values (1, 'x'), (2, 'y');
insert into t values (1, 1, 2, 'x', 1), (2, null, null, null, null);
--- back rows
insert into p values (1, 'x');
insert into t values (1, 1, 1, 'x', 1);

--- pair a reference waits, waits only if asked, and waits no longer
--- before
create table p (id integer primary key);
create table t (id integer primary key, a int references p (id), b int references p (id) deferrable initially deferred, c int references p (id) deferrable initially immediate);
--- after
create table p (id integer primary key);
create table t (id integer primary key, a int references p (id) deferrable initially deferred, b int references p (id) not deferrable initially deferred, c int references p (id) deferrable initially deferred);
--- rows
insert into p values (1);
insert into t values (1, 1, 1, 1);
--- back rows
insert into p values (1);
insert into t values (1, 1, 1, 1);

--- pair a parent is made anew whose key is an index
--- before
create table p (id integer primary key, a text, b text);
create unique index p_ab on p (a, b);
create table t (id integer primary key, a text, b text, foreign key (a, b) references p (a, b) on update cascade);
--- after
create table p (id integer primary key, a text not null, b text);
create unique index p_ab on p (a, b);
create table t (id integer primary key, a text, b text, foreign key (a, b) references p (a, b) on update cascade);
--- rows
insert into p values (1, 'a', 'b'), (2, 'c', 'd');
insert into t values (1, 'a', 'b'), (2, 'c', null);
--- back rows
insert into p values (1, 'a', 'b');
insert into t values (1, 'a', 'b');

--- pair the index that is a parent's key becomes a key
--- before
create table p (id integer primary key, a text not null);
create unique index p_a on p (a);
create table t (id integer primary key, a text references p (a));
--- after
create table p (id integer primary key, a text not null, unique (a));
create table t (id integer primary key, a text references p (a));
--- rows
insert into p values (1, 'a');
insert into t values (1, 'a');
--- back rows
insert into p values (1, 'a');
insert into t values (1, 'a');

--- pair two columns refer to two of the same table
--- before
create table t (a int, b int, up_a int, up_b int, v text, primary key (a, b), foreign key (up_a, up_b) references t (a, b) on delete cascade);
--- after
create table t (a int, b int, up_a int, up_b int, v text not null, primary key (a, b), constraint up foreign key (up_a, up_b) references t on delete set null deferrable initially deferred);
--- rows
insert into t values (1, 1, null, null, 'x'), (1, 2, 1, 1, 'y'), (2, 1, 1, null, 'z');
--- back rows
insert into t values (1, 1, null, null, 'x'), (1, 2, 1, 1, 'y');

--- pair a table comes to which another referred already, which nothing could be put in
--- before
create table t (id integer primary key, later_id int references later (id), v text);
--- after
create table later (id integer primary key);
create table t (id integer primary key, later_id int references later (id), v text not null);
--- back rows
insert into later values (1);
insert into t values (1, null, 'a');

--- pair a circle of three is made anew at once
--- before
create table a (id integer primary key, b_id int references b (id), v text);
create table b (id integer primary key, c_id int references c (id) on delete cascade, v text);
create table c (id integer primary key, a_id int references a (id) on delete cascade, v text);
create index a_b on a (b_id);
create trigger c_i after insert on c begin
  update a set v = 'x' where id = new.a_id;
end;
--- after
create table a (id integer primary key, b_id int references b (id), v text not null);
create table b (id integer primary key, c_id int references c (id) on delete cascade, v text not null);
create table c (id integer primary key, a_id int references a (id) on delete cascade, v text not null);
create index a_b on a (b_id);
create trigger c_i after insert on c begin
  update a set v = 'x' where id = new.a_id;
end;
--- rows
insert into a values (1, null, 'a'), (2, null, 'b');
insert into c values (1, 1, 'a'), (2, 2, 'b');
insert into b values (1, 1, 'a'), (2, 2, 'b');
update a set b_id = id;
--- back rows
insert into a values (1, null, 'a');
insert into c values (1, 1, 'a');
insert into b values (1, 1, 'a');

--- pair one column refers to two tables
--- before
create table p (id integer primary key);
create table q (id integer primary key);
create table t (id integer primary key, x int references p (id));
--- after
create table p (id integer primary key);
create table q (id integer primary key);
create table t (id integer primary key, x int references p (id) references q (id) on delete cascade);
--- rows
insert into p values (1);
insert into q values (1);
insert into t values (1, 1), (2, null);
--- back rows
insert into p values (1);
insert into q values (1);
insert into t values (1, 1);

--- pair a reference points elsewhere
--- before
create table p (id integer primary key);
create table q (id integer primary key);
create table t (id integer primary key, x int not null references p (id) on delete cascade);
--- after
create table p (id integer primary key);
create table q (id integer primary key);
create table t (id integer primary key, x int not null references q (id) on delete cascade);
--- rows
insert into p values (1), (2);
insert into q values (1), (2);
insert into t values (1, 1), (2, 2);
--- back rows
insert into p values (1), (2);
insert into q values (1), (2);
insert into t values (1, 1);

--- pair parents and children change at once
--- before
create table p (id int primary key, v text);
create table t (id integer primary key, p_id int references p (id));
create table u (id integer primary key, t_id int references t (id) on delete cascade, p_id int references p (id) on delete cascade);
--- after
create table p (id integer primary key, v text);
create table t (id integer primary key, p_id integer not null references p (id) on delete cascade);
create table u (id integer primary key, t_id integer not null references t (id) on delete cascade, p_id int references p (id) on delete cascade);
--- rows
insert into p values (9, 'x'), (4, 'y');
insert into t values (1, 9), (2, 4);
insert into u values (1, 2, 9), (2, 1, 4);
--- back rows
insert into p values (9, 'x'), (4, 'y');
insert into t values (1, 9), (2, 4);
insert into u values (1, 2, 9);

--- pair rules of many words
--- before
create table t (id integer primary key, a text check (a like '%!%%' escape '!'), b int check (b between 1 and 10 and b not in (5, 6)), c text check (c glob '[a-z]*' or c is null));
--- after
create table t (id integer primary key, a text check (a like '%@%%' escape '@'), b int check (b between 1 and 11 and b not in (5, 6)), c text check (c glob '[A-Za-z]*' or c is null), check (case when a is null then b > 0 else cast(b as text) <> '' end), check (a isnull or b notnull));
--- rows
insert into t values (1, '10%', 7, 'abc'), (2, null, 3, null);
--- back rows
insert into t values (1, '10%', 7, 'abc');

--- pair several rules of one column
--- before
create table t (id integer primary key, a int check (a > 0) constraint even check (a % 2 = 0));
--- after
create table t (id integer primary key, a int check (a > 0) check (a < 100) constraint even check (a % 2 = 0) not null);
--- rows
insert into t values (1, 2), (2, 98);
--- back rows
insert into t values (1, 2);

--- pair an index becomes a key and a key an index
--- before
create table t (id integer primary key, a text unique, b text);
create unique index t_b on t (b);
--- after
create table t (id integer primary key, a text, b text unique);
create unique index t_a on t (a);
--- rows
insert into t values (1, 'a', 'b'), (2, null, null), (3, null, null);
--- back rows
insert into t values (1, 'a', 'b'), (2, null, null);

--- pair the key moves to another column
--- before
create table t (a integer primary key, b integer not null unique, c text);
--- after
create table t (a integer not null unique, b integer primary key, c text);
--- rows
insert into t values (1, 30, 'x'), (2, 20, 'y');
--- back rows
insert into t values (1, 30, 'x'), (2, 20, 'y');

--- pair a key goes altogether
--- before
create table t (a text primary key, b text unique, c text);
--- after
create table t (a text not null, b text, c text);
--- rows
insert into t values ('a', 'b', 'c'), ('b', null, 'c');
--- back rows
insert into t values ('a', 'b', 'c');

--- pair keys of text that are null stay so
--- before
create table t (a text primary key, b text);
--- after
create table t (a text primary key, b text check (b <> ''));
--- rows
insert into t values (null, 'x'), (null, 'x'), ('k', 'y');
--- back rows
insert into t values (null, 'x'), (null, 'y');

--- pair a key gets a name and loses it
--- before
create table t (a text, b text, constraint t_key primary key (a), unique (b));
--- after
create table t (a text, b text, primary key (a), constraint t_b unique (b));
--- rows
insert into t values ('a', 'b');
--- back rows
insert into t values ('a', 'b');

--- pair a key in another collation than its column
--- before
create table t (a text collate nocase, b text, primary key (a));
--- after
create table t (a text collate nocase, b text, primary key (a collate binary), unique (b collate rtrim));
--- rows
insert into t values ('a', 'b'), ('B', 'c');
--- back rows
insert into t values ('a', 'b'), ('B', 'c');

--- pair a reference does not say the column, and its parent's key changes its name
--- before
create table p (id integer primary key, v text);
create table t (id integer primary key, p_id int references p on delete cascade);
--- after
create table p (key integer primary key, v text not null);
create table t (id integer primary key, p_id int references p on delete cascade);
--- renamed p.id -> p.key
--- rows
insert into p values (1, 'a');
insert into t values (1, 1);
--- back rows
insert into p values (1, 'a');
insert into t values (1, 1);
