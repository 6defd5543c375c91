--- pair columns with a collation, a rule and a name of it come in place
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key, a text collate nocase check (length(a) < 10), b text default null collate rtrim, c int null);
--- rows
insert into t values (1), (2);
--- back rows
insert into t values (1, 'a', 'b ', 3);

--- pair defaults of every kind of value come in place
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key, a int default true, b int default 0x1F, c blob default x'00ff', d real default 1e3, e real default +.5, f text default 'it''s -- "x"', g int not null default -9223372036854775808, h text default "none");
--- rows
insert into t values (1), (2);
--- back rows
insert into t (id) values (1), (2);

--- pair defaults that are computed come to rows that are there
--- before
create table t (id integer primary key);
--- after
create table t (id integer primary key, a text default current_date, b blob not null default (zeroblob(2)), c int default (1 + 2 * 3), d text not null default (lower('X') || char(10)));
--- rows
insert into t values (1), (2);
--- back rows
insert into t (id) values (1);

--- pair columns computed from computed ones
--- before
create table t (id integer primary key, a text, b text as (upper(a)));
--- after
create table t (id integer primary key, a text, b text collate nocase as (upper(a)) stored, c int as (length(b)), d text as (b || c) virtual);
create unique index t_d on t (d desc, c);
--- rows
insert into t (id, a) values (1, 'a'), (2, null), (3, 'ccc');
--- back rows
insert into t (id, a) values (1, 'a'), (2, null);

--- pair the column changes from which others are computed
--- before
create table t (id integer primary key, a int, b int as (a + 1), c int as (b + 1) stored);
create index t_b on t (b);
--- after
create table t (id integer primary key, a int not null default 7, b int as (a + 1), c int as (b + 1) stored);
create index t_b on t (b);
--- rows
insert into t (id, a) values (1, 1), (2, -5);
--- back rows
insert into t (id, a) values (1, 1);

--- pair a column is computed from now on
--- before
create table t (id integer primary key, a int, b int);
create index t_b on t (b);
--- after
create table t (id integer primary key, a int, b int as (a * 10) stored);
create index t_b on t (b);
--- rows
insert into t values (1, 2, 3), (2, null, 4);
--- back rows
insert into t (id, a) values (1, 2);

--- pair a computed column is never null from now on
--- before
create table t (id integer primary key, a int not null, b int as (a + 1));
--- after
create table t (id integer primary key, a int not null, b int not null as (a + 1), c text not null as ('x' || a) stored unique);
--- rows
insert into t (id, a) values (1, 2), (2, 3);
--- back rows
insert into t (id, a) values (1, 2);

--- pair a computed column goes in place and one that was kept too
--- before
create table t (id integer primary key, a int, b int as (a + 1), c int as (a + 2) stored);
--- after
create table t (id integer primary key, a int);
--- rows
insert into t (id, a) values (1, 2), (2, null);
--- back rows
insert into t (id, a) values (1, 2);

--- pair a type of several words becomes another
--- before
create table t (id integer primary key, a unsigned big int, b character varying (20), c native character(70));
--- after
create table t (id integer primary key, a int8, b nvarchar(100), c text);
--- rows
insert into t values (1, 9223372036854775807, 'x', 'y'), (2, 'not a number', 5, x'00'), (3, null, null, null);
--- back rows
insert into t values (1, 9223372036854775807, 'x', 'y'), (2, 'not a number', 5, x'00');

--- pair texts in columns of numbers and numbers in columns of texts stay what they are
--- before
create table t (id integer primary key, a numeric, b text, c int, d real, e);
--- after
create table t (id integer primary key, a numeric default 0, b text, c int not null, d real, e, unique (b, c));
--- rows
insert into t values (1, 'abc', 12, 'x1', 'y', 1), (2, '1e3', 1.0, 3.7, 5, 1.0), (3, x'31', x'31', x'31', x'31', x'31'), (4, '', '', '', '', '');
--- back rows
insert into t values (1, 'abc', 12, 'x1', 'y', 1), (2, '1e3', 1.0, 3.7, 5, 1.0);

--- pair a column may be null and has another default
--- before
create table t (id integer primary key, a text not null default 'x', b int not null);
--- after
create table t (id integer primary key, a text default 'y', b int);
--- rows
insert into t values (1, 'a', 1), (2, 'b', 2);
--- back rows
insert into t values (1, 'a', 1);

--- pair a column goes whose name stands in a view as a string
--- before
create table t (id integer primary key, status text, v text);
create view w as select 'status' as kind, v from t;
--- after
create table t (id integer primary key, v text);
create view w as select 'status' as kind, v from t;
--- rows
insert into t values (1, 's', 'v');
--- back rows
insert into t values (1, 'v');

--- pair a column goes by whose value an index is narrowed
--- before
create table t (id integer primary key, v text, gone_at text, n int);
create index t_v on t (v) where gone_at is null;
create index t_e on t (coalesce(gone_at, v));
create index t_n on t (n);
--- after
create table t (id integer primary key, v text, n int);
create index t_v on t (v);
create index t_n on t (n);
--- rows
insert into t values (1, 'v', null, 1), (2, 'w', '2024', 2);
--- back rows
insert into t values (1, 'v', 1);

--- pair a column goes of whose update a trigger hears, and a trigger elsewhere that wrote it
--- before
create table t (id integer primary key, v text, w text);
create table u (x int);
create trigger t_u after update of w, v on t begin
  insert into u values (new.id);
end;
create trigger u_i after insert on u begin
  update t set w = 'x' where id = new.x and w is null;
end;
--- after
create table t (id integer primary key, v text);
create table u (x int);
create trigger t_u after update of v on t begin
  insert into u values (new.id);
end;
create trigger u_i after insert on u begin
  update t set v = 'x' where id = new.x;
end;
--- rows
insert into t values (1, 'v', null);
insert into u values (5);
--- back rows
insert into t values (1, 'v');

--- pair a column gives its name to a new one
--- before
create table t (id integer primary key, name text);
create index t_name on t (name);
--- after
create table t (id integer primary key, full_name text, name text default 'x');
create index t_name on t (full_name);
--- renamed t.name -> t.full_name
--- one way
--- rows
insert into t values (1, 'a'), (2, null);

--- pair columns of many tables change at once
--- before
create table a (id integer primary key, v text);
create table b (id integer primary key, v text, a_id int references a (id));
create table c (id integer primary key, v text, b_id int references b (id));
create table d (id integer primary key, v text);
create view abc as select a.v as av, b.v as bv, c.v as cv from a join b on a.id = b.a_id join c on b.id = c.b_id;
create trigger d_i after insert on d begin
  insert into a (v) select v from abc, d where abc.av = d.v;
end;
--- after
create table a (id integer primary key, v text, w int);
create table b (id integer primary key, v text not null, a_id int references a (id));
create table c (id integer primary key, b_id int references b (id));
create table d (id integer primary key, v varchar(9) collate nocase);
create view abc as select a.v as av, b.v as bv, a.w from a join b on a.id = b.a_id join c on b.id = c.b_id;
create trigger d_i after insert on d begin
  insert into a (v) select v from abc, d where abc.av = d.v;
end;
--- rows
insert into a values (1, 'a');
insert into b values (1, 'b', 1);
insert into c values (1, 'c', 1);
insert into d values (1, 'd');
--- back rows
insert into a values (1, 'a', 1);
insert into b values (1, 'b', 1);
insert into c values (1, 1);
insert into d values (1, 'd');

--- pair a column comes with values from other tables
--- before
create table a (id integer primary key, v text);
create table b (id integer primary key, a_id int references a (id));
--- after
create table a (id integer primary key, v text, n int not null);
create table b (id integer primary key, a_id int references a (id), v text not null default '-');
--- backfill a.n: (select count(*) from b where b.a_id = a.id)
--- backfill b.v: coalesce((select a.v from a where a.id = a_id), 'none')
--- rows
insert into a values (1, 'x'), (2, 'y');
insert into b values (1, 1), (2, 1), (3, null);
--- back rows
insert into a values (1, 'x', 2);
insert into b values (1, 1, 'x');

--- pair a number becomes a text by its own words
--- before
create table t (id integer primary key, at int not null);
--- after
create table t (id integer primary key, at text not null);
--- backfill t.at: strftime('%Y-%m-%d', at, 'unixepoch')
--- back backfill t.at: strftime('%s', at)
--- rows
insert into t values (1, 0), (2, 1700000000);
--- back rows
insert into t values (1, '2024-01-01');
