--- pair a circle of references between tables with rows is broken
--- before
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
alter table a add constraint a_b_id_fkey foreign key (b_id) references b deferrable initially deferred;
--- after
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
--- rows
insert into a values (1, null);
insert into b values (1, 1);
update a set b_id = 1;
--- back rows
insert into a values (1, null);
insert into b values (1, 1);
update a set b_id = 1;

--- pair a circle of tables with rows goes as a whole
--- before
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
alter table a add constraint a_b_id_fkey foreign key (b_id) references b;
create table c (id integer primary key, a_id integer references a, x text);
--- after
create table c (id integer primary key, a_id integer, x text);
--- rows
insert into c values (1, null, 'x');
--- back rows
insert into c values (1, null, 'x');

--- pair the keys of a circle change their types
--- before
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
alter table a add constraint a_b_id_fkey foreign key (b_id) references b;
--- after
create table a (id bigint primary key, b_id bigint);
create table b (id bigint primary key, a_id bigint references a);
alter table a add constraint a_b_id_fkey foreign key (b_id) references b;
--- rows
insert into a values (1, null);
insert into b values (1, 1);
update a set b_id = 1;
--- back rows
insert into a values (1, null);
insert into b values (1, 1);
update a set b_id = 1;

--- pair a primary key that is referred to becomes another
--- before
create table a (id integer constraint a_key primary key, code text not null constraint a_code unique);
create table b (id integer primary key, a_code text references a (code));
--- after
create table a (id integer not null, code text constraint a_key primary key, constraint a_id unique (id));
create table b (id integer primary key, a_code text references a);
--- rows
insert into a values (1, 'x');
insert into b values (1, 'x');
--- back rows
insert into a values (1, 'x');
insert into b values (1, 'x');

--- pair a reference becomes deferrable, full, and sets one column null
--- before
create table a (x integer, y integer, primary key (x, y));
create table b (id integer primary key, x integer, y integer, constraint b_a foreign key (x, y) references a);
--- after
create table a (x integer, y integer, primary key (x, y));
create table b (id integer primary key, x integer, y integer, constraint b_a foreign key (x, y) references a match full on delete set null (y) on update cascade deferrable initially deferred);
--- rows
insert into a values (1, 2);
insert into b values (1, 1, 2);
--- back rows
insert into a values (1, 2);
insert into b values (1, 1, 2);

--- pair a unique key becomes deferrable below a reference to another
--- before
create table a (id integer primary key, n integer constraint a_n unique, m integer constraint a_m unique);
create table b (id integer primary key, m integer references a (m));
--- after
create table a (id integer primary key, n integer constraint a_n unique deferrable initially deferred, m integer constraint a_m unique);
create table b (id integer primary key, m integer references a (m));
--- rows
insert into a values (1, 2, 3);
insert into b values (1, 3);
--- back rows
insert into a values (1, 2, 3);
insert into b values (1, 3);

--- pair exclusions come, change and go
--- before
create table t (id integer, during tsrange, x tsrange, constraint t_during exclude using gist (during with &&), constraint t_x exclude using gist (x with &&));
--- after
create table t (id integer, during tsrange, x tsrange, constraint t_during exclude using gist (during with &&) where (id > 0) deferrable, constraint t_y exclude using gist (tsrange('2024-01-01', null) with &&, x with =) where (x is not null));
--- rows
insert into t values (1, '[2024-01-01,2024-01-02)', null);
--- back rows
insert into t values (1, '[2024-01-01,2024-01-02)', null);

--- pair indexes of all sorts change
--- before
create table t (id integer primary key, a integer, b text, c jsonb, d int[], e int4range);
create index i1 on t (a);
create index i2 on t (b text_pattern_ops);
create unique index i3 on t (a, b) include (id);
create index i4 on t using gin (c);
create index i5 on t using gin (d);
create index i6 on t using gist (e);
create index i7 on t using brin (a);
create index i8 on t using hash (b);
create index i9 on t (lower(b), (a + 1) desc nulls last) where a > 0;
--- after
create table t (id integer primary key, a integer, b text, c jsonb, d int[], e int4range);
create index i1 on t (a desc nulls last);
create index i2 on t (b varchar_pattern_ops);
create unique index i3 on t (a, b) include (id) nulls not distinct;
create index i4 on t using gin (c jsonb_path_ops);
create index i5 on t using gin (d) with (fastupdate = off);
create index i6 on t using spgist (e);
create index i7 on t using brin (a) with (pages_per_range = 16);
create index i8 on t using btree (b collate "C");
create index i9 on t (lower(b), (a + 2)) where a >= 0;
--- rows
insert into t values (1, 2, 'x', '{}', '{1}', '[1,2)');
--- back rows
insert into t values (1, 2, 'x', '{}', '{1}', '[1,2)');

--- pair an index with a long name changes
--- before
create table t (id integer primary key, a integer, b integer);
create index an_index_whose_name_is_as_long_as_the_server_lets_a_name_be_ok on t (a);
--- after
create table t (id integer primary key, a integer, b integer);
create index an_index_whose_name_is_as_long_as_the_server_lets_a_name_be_ok on t (a, b);
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair an enum with a long name loses a label
--- before
create type an_enum_whose_name_is_as_long_as_the_server_lets_a_name_be_okay as enum ('a', 'b');
create table t (id integer primary key, a an_enum_whose_name_is_as_long_as_the_server_lets_a_name_be_okay);
--- after
create type an_enum_whose_name_is_as_long_as_the_server_lets_a_name_be_okay as enum ('b');
create table t (id integer primary key, a an_enum_whose_name_is_as_long_as_the_server_lets_a_name_be_okay);
--- rows
insert into t values (1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair a unique index becomes a key and a key an index
--- before
create table t (id integer, a integer not null, b integer);
create unique index t_a on t (a);
alter table t add constraint t_b unique (b);
--- after
create table t (id integer, a integer not null, b integer);
alter table t add constraint t_a primary key (a);
create unique index t_b on t (b);
--- rows
insert into t values (1, 2, 3);
--- one way

--- pair a check of several columns loses one of them
--- before
create table t (id integer primary key, a integer, b integer, constraint t_ab check (a < b), constraint t_a unique (a, b));
create index t_b on t (a) where b > 0;
create statistics t_s on a, b from t;
--- after
create table t (id integer primary key, a integer, constraint t_ab check (a < 100));
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2);

--- pair a check without inheritance and one that is not valid
--- before
create table t (id integer primary key, a integer);
--- after
create table t (id integer primary key, a integer, constraint t_a check (a > 0) no inherit);
alter table t add constraint t_b check (a < 100) not valid;
alter table t add constraint t_f foreign key (a) references t not valid;
--- rows
insert into t values (1, 1);
--- back rows
insert into t values (1, 1);

--- pair references that were not looked at are
--- before
create table a (id integer primary key);
create table b (id integer primary key, a_id integer);
alter table b add constraint b_a foreign key (a_id) references a not valid;
alter table b add constraint b_c check (a_id > 0) not valid;
--- after
create table a (id integer primary key);
create table b (id integer primary key, a_id integer, constraint b_a foreign key (a_id) references a, constraint b_c check (a_id > 0));
--- rows
insert into a values (1);
insert into b values (1, 1);
--- back rows
insert into a values (1);
insert into b values (1, 1);

--- pair a constraint and an index are renamed by word
--- before
create table t (id integer constraint t_first primary key, a integer constraint t_second check (a > 0));
create index t_third on t (a);
comment on constraint t_second on t is 'second';
comment on index t_third is 'third';
--- after
create table t (id integer constraint t_1 primary key, a integer constraint t_2 check (a > 0));
create index t_3 on t (a);
comment on constraint t_2 on t is 'second';
comment on index t_3 is 'third';
--- renamed constraint t.t_first -> t.t_1
--- renamed constraint t.t_second -> t.t_2
--- renamed index t.t_third -> t.t_3
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair two constraints swap their names
--- before
create table t (id integer primary key, a integer, constraint x check (a > 0), constraint y check (a < 100));
--- after
create table t (id integer primary key, a integer, constraint y check (a > 0), constraint x check (a < 100));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair two indexes swap their names
--- before
create table t (id integer primary key, a integer, b integer);
create index x on t (a);
create index y on t (b);
--- after
create table t (id integer primary key, a integer, b integer);
create index y on t (a);
create index x on t (b);
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair an index moves to another table by its name
--- before
create table t (id integer primary key, a integer);
create table u (id integer primary key, a integer);
create index by_a on t (a);
create unique index only_a on u (a);
--- after
create table t (id integer primary key, a integer);
create table u (id integer primary key, a integer);
create index by_a on u (a);
create unique index only_a on t (a);
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a reference to a table in another schema, with a quoted name
--- before
create schema "Other";
create table "Other"."A" ("Id" integer primary key);
create table b (id integer primary key, a_id integer);
--- after
create schema "Other";
create table "Other"."A" ("Id" integer primary key, "Code" text, constraint "A Code" unique ("Code"));
create table b (id integer primary key, a_id integer constraint "To A" references "Other"."A" on delete set null, code text references "Other"."A" ("Code"));
--- rows
insert into "Other"."A" values (1);
insert into b values (1, 1);
--- back rows
insert into "Other"."A" values (1, 'x');
insert into b values (1, 1, 'x');

--- pair a key that a replica identity and a cluster stand on changes
--- before
create table t (id integer not null, a integer not null, constraint t_key unique (a));
alter table t replica identity using index t_key;
alter table t cluster on t_key;
--- after
create table t (id integer not null, a integer not null, constraint t_key unique (id, a));
alter table t replica identity using index t_key;
alter table t cluster on t_key;
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a unique key includes another column and has settings
--- before
create table t (id integer primary key, a integer, b text, constraint t_a unique (a));
--- after
create table t (id integer primary key, a integer, b text, constraint t_a unique (a) include (b) with (fillfactor = 70));
--- rows
insert into t values (1, 2, 'x');
--- back rows
insert into t values (1, 2, 'x');
