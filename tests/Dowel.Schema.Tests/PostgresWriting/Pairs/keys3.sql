--- pair a primary key moves to a column that could be null, below a view and a remark
--- before
create table t (a integer primary key, b integer);
comment on constraint t_pkey on t is 'old';
create view v as select a, b from t;
--- after
create table t (a integer, b integer primary key);
comment on constraint t_pkey on t is 'new';
create view v as select a, b from t;
--- rows
insert into t values (1, 3), (2, 4);
--- back rows
insert into t values (1, 3), (2, 4);

--- pair a primary key gives way to a new column and goes with its own
--- before
create table t (a integer primary key, b text not null);
create table p (id integer primary key, a integer references t);
--- after
create table t (b text not null, code text, constraint t_pkey primary key (code));
create table p (id integer primary key, a integer);
--- backfill t.code: 'c' || a
--- one way
--- rows
insert into t values (1, 'x'), (2, 'y');
insert into p values (1, 1);

--- pair a primary key gets a column more, under a reference that gets one too
--- before
create table t (a integer primary key, b integer not null);
create table p (id integer primary key, a integer references t, b integer);
--- after
create table t (a integer, b integer not null, constraint t_pkey primary key (a, b));
create table p (id integer primary key, a integer, b integer, constraint p_t foreign key (a, b) references t (a, b));
--- rows
insert into t values (1, 3), (2, 4);
insert into p values (1, 1, 3);
--- back rows
insert into t values (1, 3), (2, 4);
insert into p values (1, 1, 3);

--- pair a primary key gets another name and another column
--- before
create table t (a integer constraint old_key primary key, b integer not null unique);
--- after
create table t (a integer not null, b integer not null, constraint t_b_key unique (b), constraint new_key primary key (b, a));
--- rows
insert into t values (1, 3), (2, 4);
--- back rows
insert into t values (1, 3), (2, 4);

--- pair a unique key gets a column more while rows are told apart by it
--- before
create table t (id integer primary key, a integer, b integer, constraint t_key unique (a));
alter table t replica identity full;
--- after
create table t (id integer primary key, a integer, b integer, constraint t_key unique (a, b) deferrable);
alter table t replica identity full;
--- rows
insert into t values (1, 3, 1), (2, 4, 1);
--- back rows
insert into t values (1, 3, 1), (2, 4, 1);
