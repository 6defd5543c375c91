--- pair indexes come
--- before
create table t (a integer primary key, b text, c text);
--- after
create table t (a integer primary key, b text, c text);
create index t_b on t (b);
create unique index t_c on t (lower(c), b collate nocase desc);
create index t_part on t (b) where c is not null and b <> '';
--- rows
insert into t values (1, 'b', 'c');
--- back rows
insert into t values (1, 'b', 'c');

--- pair indexes change
--- before
create table t (a integer primary key, b text, c text);
create index one on t (b);
create index two on t (b) where c = 'x';
create index three on t (b collate nocase);
create unique index four on t (b, c);
--- after
create table t (a integer primary key, b text, c text);
create index one on t (b, c);
create index two on t (b) where c = 'X';
create index three on t (b);
create index four on t (b, c desc);
--- rows
insert into t values (1, 'b', 'c');
--- back rows
insert into t values (1, 'b', 'c');

--- pair indexes of every kind outlive their table
--- before
create table t (a integer primary key, b text, c text);
create index one on t (b);
create unique index two on t (lower(b), c collate nocase desc) where c is not null;
create index three on t (substr(b, 1, 2) || "none");
--- after
create table t (a integer primary key, b text not null, c text);
create index one on t (b);
create unique index two on t (lower(b), c collate nocase desc) where c is not null;
create index three on t (substr(b, 1, 2) || "none");
--- rows
insert into t values (1, 'b', 'c'), (2, 'B', null);
--- back rows
insert into t values (1, 'b', 'c');

--- pair an index gets another name
--- before
create table t (a integer primary key, b text);
create index one on t (b) where b is not null;
--- after
create table t (a integer primary key, b text);
create index two on t (b) where b is not null;
--- renamed index t.one -> t.two
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair an index goes with the table that is made anew
--- before
create table t (a integer primary key, b text, c int);
create index t_b on t (b);
create index t_c on t (c);
--- after
create table t (a integer primary key, b text, c int check (c > 0));
create index t_c on t (c);
--- rows
insert into t values (1, 'b', 1);
--- back rows
insert into t values (1, 'b', 1);
