--- pair a column computed when read comes in place
--- before
create table t (a integer primary key, b int);
--- after
create table t (a integer primary key, b int, c int generated always as (b * 2) virtual);
--- rows
insert into t values (1, 2);
--- back rows
insert into t (a, b) values (1, 2);

--- pair a column computed when written comes
--- before
create table t (a integer primary key, b int);
--- after
create table t (a integer primary key, b int, c int as (b * 2) stored not null);
--- rows
insert into t values (1, 2);
--- back rows
insert into t (a, b) values (1, 2);

--- pair what is computed changes
--- before
create table t (a integer primary key, b int, c text as (b || 'x'));
create index t_c on t (c);
--- after
create table t (a integer primary key, b int, c text as (b || 'X'));
create index t_c on t (c);
--- rows
insert into t (a, b) values (1, 2);
--- back rows
insert into t (a, b) values (1, 2);

--- pair computed values are kept from now on
--- before
create table t (a integer primary key, b int, c int as (b + 1) virtual);
--- after
create table t (a integer primary key, b int, c int as (b + 1) stored);
--- rows
insert into t (a, b) values (1, 2);
--- back rows
insert into t (a, b) values (1, 2);

--- pair a computed column is an ordinary one from now on
--- before
create table t (a integer primary key, b int, c int as (b + 1) stored);
--- after
create table t (a integer primary key, b int, c int);
--- one way
--- rows
insert into t (a, b) values (1, 2), (2, null);

--- pair a computed column is under a rule and an index
--- before
create table t (a integer primary key, b int, c int as (b + 1) stored check (c > 0) unique);
--- after
create table t (a integer primary key, b int not null, c int as (b + 1) stored check (c > 0) unique);
--- rows
insert into t (a, b) values (1, 2);
--- back rows
insert into t (a, b) values (1, 2);

--- pair a column that others are computed from goes
--- before
create table t (a integer primary key, b int, c int, d int as (b + c));
--- after
create table t (a integer primary key, c int, d int as (c));
--- rows
insert into t (a, b, c) values (1, 2, 3);
--- back rows
insert into t (a, c) values (1, 3);
