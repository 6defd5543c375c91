--- pair an index comes
--- before
create table t (a integer, b text);
--- after
create table t (a integer, b text);
create index t_a on t (a);
create unique index t_b on t (lower(b));
create index t_part on t (a) where b is not null;
create index t_desc on t (a desc nulls last, b collate "C" text_pattern_ops);
create index t_inc on t (a) include (b);
create index t_hash on t using hash (a);
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair an index changes
--- before
create table t (a integer, b text);
create index t_x on t (a);
create unique index t_y on t (b);
comment on index t_x is 'x';
--- after
create table t (a integer, b text);
create index t_x on t (a) where a > 0;
create unique index t_y on t (lower(b));
comment on index t_x is 'x';
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair an index is renamed with the table
--- before
create table t (a integer, b text);
create index t_a on t (a);
--- after
create table u (a integer, b text);
create index u_a on u (a);
--- renamed t -> u
--- rows
insert into t values (1, 'x');
--- back rows
insert into u values (1, 'x');

--- pair an index of another method
--- before
create table t (a integer[], b jsonb, c integer);
create index t_b on t using gin (b);
--- after
create table t (a integer[], b jsonb, c integer);
create index t_b on t using gin (b jsonb_path_ops) with (fastupdate = off);
create index t_a on t using gin (a);
create index t_brin on t using brin (c) with (pages_per_range = 32);
--- rows
insert into t values ('{1}', '{"a": 1}');
--- back rows
insert into t values ('{1}', '{"a": 1}');

--- pair an index on a column that changes its type
--- before
create table t (id integer primary key, a text);
create index t_a on t (a) where a > 'b';
create index t_plain on t (a);
--- after
create table t (id integer primary key, a integer);
create index t_a on t (a) where a > 5;
create index t_plain on t (a);
--- rows
insert into t values (1, '12');
--- back rows
insert into t values (1, 12);

--- pair an index nulls not distinct
--- before
create table t (id integer primary key, a text);
create unique index t_a on t (a);
--- after
create table t (id integer primary key, a text);
create unique index t_a on t (a) nulls not distinct;
--- rows
insert into t values (1, null);
--- back rows
insert into t values (1, null);
