--- pair tables are rewritten one by one, and what hangs together is not torn apart
--- before
create table a (id integer primary key, x integer default 1);
create table b (id integer primary key, x integer default 2 not null, y text);
create table c (id integer primary key, x integer, a_id integer references a);
create table d (id integer primary key, x varchar(10), y integer);
create view v as select x from c;
create index d_y on d (y);
--- after
create table a (id bigint primary key, x integer default 1);
create table b (id integer primary key, x bigint default 3 not null, y text);
create table c (id integer primary key, x bigint, a_id bigint references a);
create table d (id integer primary key, x varchar(20), y bigint not null);
create view v as select x from c;
create index d_y on d (y);
--- rows
insert into a values (1);
insert into b values (1);
insert into c values (1, 2, 1);
insert into d values (1, 'x', 2);
--- back rows
insert into a values (1);
insert into b values (1);
insert into c values (1, 2, 1);
insert into d values (1, 'x', 2);

--- pair many columns of a table are filled in one pass
--- before
create table t (id integer primary key, a integer, j json);
--- after
create table t (id integer primary key, a integer, j json, b text not null, c varchar(5) not null, d jsonb, e integer not null, f text[]);
--- backfill t.b: a + 1
--- backfill t.c: a
--- backfill t.d: j
--- backfill t.e: length(b)
--- backfill t.f: array[a, id]
--- rows
insert into t values (1, 3, '{"a": 1}'), (2, 4, null);
--- back rows
insert into t values (1, 3, '{"a": 1}', 'x', 'y', null, 1, null);
