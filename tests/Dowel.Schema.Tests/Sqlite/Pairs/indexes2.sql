--- pair an index of one name moves to another table
--- before
create table a (id integer primary key, x text);
create table b (id integer primary key, x text);
create index by_x on a (x);
--- after
create table a (id integer primary key, x text);
create table b (id integer primary key, x text);
create index by_x on b (x);
--- rows
insert into a values (1, 'x');
insert into b values (1, 'x');
--- back rows
insert into a values (1, 'x');

--- pair an index moves between tables that are made anew
--- before
create table a (id integer primary key, x text);
create table b (id integer primary key, x text);
create unique index by_x on a (x);
create index other on b (x);
--- after
create table a (id integer primary key, x text not null);
create table b (id integer primary key, x text not null);
create unique index by_x on b (x);
create index other on a (x);
--- rows
insert into a values (1, 'x');
insert into b values (1, 'x');
--- back rows
insert into a values (1, 'x');
insert into b values (1, 'x');

--- pair an index takes the name of one whose table goes
--- before
create table a (id integer primary key, x text);
create table b (id integer primary key, x text);
create index by_x on a (x);
--- after
create table b (id integer primary key, x text);
create index by_x on b (x);
--- rows
insert into a values (1, 'x');
insert into b values (1, 'x');
--- back rows
insert into b values (1, 'x');

--- pair indexes on what is read out of JSON
--- before
create table t (id integer primary key, body text check (json_valid(body)));
create index t_kind on t (json_extract(body, '$.kind'));
--- after
create table t (id integer primary key, body text not null check (json_valid(body)), kind text as (body ->> '$.kind') stored);
create index t_kind on t (kind);
create unique index t_no on t (cast(body ->> '$.no' as int)) where body ->> '$.no' is not null;
--- rows
insert into t values (1, '{"kind": "a", "no": 1}'), (2, '{"kind": "b"}');
--- back rows
insert into t (id, body) values (1, '{"kind": "a", "no": 1}');

--- pair what an index is narrowed by says its letters otherwise
--- before
create table t (id integer primary key, a text, b int);
create index one on t (a) where a in ('x', 'Y') and b is not null;
create index two on t (b) where a like 'X%';
create index three on t (a desc, b) where b > 10 or b < -10;
--- after
create table t (id integer primary key, a text, b int);
create index one on t (a) where a in ('x', 'y') and b is not null;
create index two on t (b) where a like 'x%';
create index three on t (a, b desc) where b > 10 or b < -10;
--- rows
insert into t values (1, 'x', 1), (2, 'Y', 20);
--- back rows
insert into t values (1, 'x', 1);

--- pair an index of many parts each in its own order
--- before
create table t (id integer primary key, a text collate nocase, b text, c int);
create index i on t (a, b, c);
--- after
create table t (id integer primary key, a text collate nocase, b text, c int);
create index i on t (a collate binary desc, b collate nocase, c desc, a || b collate rtrim desc, abs(c));
--- rows
insert into t values (1, 'x', 'y', 1), (2, 'X', null, -1);
--- back rows
insert into t values (1, 'x', 'y', 1);

--- pair an index forgets and learns to be unique
--- before
create table t (id integer primary key, a text, b text);
create unique index one on t (a);
create index two on t (b);
--- after
create table t (id integer primary key, a text, b text);
create index one on t (a);
create unique index two on t (b);
--- rows
insert into t values (1, 'a', 'b'), (2, 'c', null), (3, 'd', null);
--- back rows
insert into t values (1, 'a', 'b');

--- pair an index and its table get other names
--- before
create table t (id integer primary key, a text);
create index t_a on t (a collate nocase) where a is not null;
--- after
create table things (id integer primary key, a text);
create index things_a on things (a collate nocase) where a is not null;
--- renamed t -> things
--- renamed index things.t_a -> things.things_a
--- one way
--- rows
insert into t values (1, 'a'), (2, null);

--- pair an index over what is computed outlives it
--- before
create table t (id integer primary key, a int, b int as (a * 2), c int as (a * 3) stored);
create index t_b on t (b);
create unique index t_c on t (c desc) where b > 0;
--- after
create table t (id integer primary key, a int not null, b int as (a * 2), c int as (a * 3) stored);
create index t_b on t (b);
create unique index t_c on t (c desc) where b > 0;
--- rows
insert into t (id, a) values (1, 1), (2, 2);
--- back rows
insert into t (id, a) values (1, 1);
