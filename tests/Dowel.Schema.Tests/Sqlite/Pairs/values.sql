--- pair values at the ends of what there is
--- before
create table t (id integer primary key, i int, r real, n numeric, s text, b blob, v);
--- after
create table t (id integer primary key, i int, r real, n numeric, s text, b blob, v, check (id is not null));
--- rows
insert into t values (9223372036854775807, -9223372036854775808, 9e999, 9007199254740993, '', x'', 1), (-9223372036854775808, 9223372036854775807, -9e999, 0.1, char(0, 955, 128512), zeroblob(100), '1'), (0, 0, -0.0, 1e15, 'a' || char(0) || 'b', x'00', 1.0), (1, 3.5, 4.9e-324, '12x', 12, 'text', x'31'), (2, null, null, null, null, null, null);
--- back rows
insert into t values (1, 3.5, 4.9e-324, '12x', 12, 'text', x'31');

--- pair many rows under a key, a rule and an index
--- before
create table t (id integer primary key, a int, b text);
create index t_a on t (a);
--- after
create table t (id integer primary key, a int not null check (a > 0), b text unique);
create index t_a on t (a);
--- rows
with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000) insert into t select i * 3, i % 7 + 1, 'row ' || i from n;
--- back rows
insert into t values (1, 1, 'b');

--- pair rows that differ in nothing but their number
--- before
create table t (a text, b int);
--- after
create table t (a text, b int default 0, c text default 'c' check (c <> ''));
--- rows
insert into t (rowid, a, b) values (-7, 'x', 1), (0, 'x', 1), (9223372036854775806, 'x', 1), (12, null, null), (13, null, null);
--- back rows
insert into t (rowid, a, b) values (-7, 'x', 1), (0, 'x', 1);

--- pair rows that are found by their number from elsewhere
--- before
create table t (v text);
create table u (t_rowid int, v text);
create view w as select t.rowid as number, u.v from t join u on u.t_rowid = t.rowid;
--- after
create table t (v text not null);
create table u (t_rowid int not null, v text);
create view w as select t.rowid as number, u.v from t join u on u.t_rowid = t.rowid;
--- rows
insert into t (rowid, v) values (10, 'a'), (5, 'b'), (700, 'c');
insert into u values (700, 'c'), (5, 'b');
--- back rows
insert into t (rowid, v) values (10, 'a'), (5, 'b');

--- pair texts that are equal in a collation and not otherwise
--- before
create table t (a text collate nocase, b text collate rtrim, primary key (a, b)) without rowid;
--- after
create table t (a text, b text, c text, primary key (a, b)) without rowid;
--- rows
insert into t values ('Ab', 'x  '), ('AB', 'y'), ('b', 'X');
--- back rows
insert into t values ('Ab', 'x  ', 'c'), ('AB', 'y', null);
