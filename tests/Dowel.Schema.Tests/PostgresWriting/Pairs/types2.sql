--- pair a domain gets and loses rules, one not looked at
--- before
create domain d as integer constraint d_1 check (value > 0) constraint d_2 check (value < 100);
create table t (id integer primary key, a d);
--- after
create domain d as integer default 5 constraint d_2 check (value < 200) constraint d_3 check (value <> 13);
create table t (id integer primary key, a d);
comment on domain d is 'd';
comment on constraint d_2 on domain d is 'not much';
--- rows
insert into t values (1, 7);
--- back rows
insert into t values (1, 7);

--- pair a domain is not null no more
--- before
create domain d as text not null;
create table t (id integer primary key, a d default 'x');
--- after
create domain d as text;
create table t (id integer primary key, a d default 'x');
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a domain over a domain changes its type
--- before
create domain base as integer constraint base_plus check (value > 0);
create domain upper_d as base constraint upper_small check (value < 100);
create table t (id integer primary key, a base default 1, b upper_d default 2);
create view v as select a, b from t;
--- after
create domain base as bigint constraint base_plus check (value > 0);
create domain upper_d as base constraint upper_small check (value < 100);
create table t (id integer primary key, a base default 1, b upper_d default 2);
create view v as select a, b from t;
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 2, 3);

--- pair a domain is renamed with its rule
--- before
create domain mail as text constraint mail_at check (value like '%@%');
create table t (id integer primary key, a mail default 'a@b');
create function f(mail) returns text language sql as $$ select $1::text $$;
comment on domain mail is 'mail';
--- after
create domain address as text constraint mail_at check (value like '%@%');
create table t (id integer primary key, a address default 'a@b');
create function f(address) returns text language sql as $$ select $1::text $$;
comment on domain address is 'mail';
--- renamed domain mail -> address
--- rows
insert into t values (1, 'x@y');
--- back rows
insert into t values (1, 'x@y');

--- pair a domain's rule calls a function that changes
--- before
create function ok(integer) returns boolean language sql immutable as $$ select $1 > 0 $$;
create domain d as integer constraint d_ok check (ok(value));
create table t (id integer primary key, a d);
--- after
create function ok(integer) returns boolean language sql immutable as $$ select $1 > 1 $$;
create domain d as integer constraint d_ok check (ok(value));
create table t (id integer primary key, a d);
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a domain's rule calls a function with another result
--- before
create function size(a text) returns integer language sql immutable as $$ select length(a) $$;
create domain d as text constraint d_size check (size(value) > 0);
create table t (id integer primary key, a d);
--- after
create function size(a text) returns bigint language sql immutable as $$ select length(a)::bigint $$;
create domain d as text constraint d_size check (size(value) > 0);
create table t (id integer primary key, a d);
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a composite under a column gets an attribute
--- before
create type place as (street text, city text);
create table t (id integer primary key, home place, homes place[]);
create view v as select home from t;
--- after
create type place as (street text, city text, zip text);
create table t (id integer primary key, home place, homes place[]);
create view v as select home from t;
--- rows
insert into t values (1, null, null);
--- back rows
insert into t values (1, null, null);

--- pair a composite under a column with rows changes an attribute's type
--- before
create type place as (street text, number integer);
create table t (id integer primary key, home place default row('x', 1));
--- after
create type place as (street text, number bigint);
create table t (id integer primary key, home place default row('x', 1));
--- rows
insert into t values (1, row('a', 7));
--- back rows
insert into t values (1, row('a', 7));

--- pair a composite in a composite changes
--- before
create type inner_t as (a integer);
create type outer_t as (i inner_t, b text);
create function f(outer_t) returns text language sql as $$ select ($1).b $$;
create table t (id integer primary key, o outer_t);
--- after
create type inner_t as (a bigint);
create type outer_t as (i inner_t, b text);
create function f(outer_t) returns text language sql as $$ select ($1).b $$;
create table t (id integer primary key, o outer_t);
--- rows
insert into t values (1, row(row(1), 'x'));
--- back rows
insert into t values (1, row(row(1), 'x'));

--- pair a composite is renamed
--- before
create type place as (street text, city text);
create table t (id integer primary key, home place);
create function f(place) returns text language sql as $$ select ($1).city $$;
--- after
create type address as (street text, city text);
create table t (id integer primary key, home address);
create function f(address) returns text language sql as $$ select ($1).city $$;
--- renamed composite place -> address
--- rows
insert into t values (1, row('a', 'b'));
--- back rows
insert into t values (1, row('a', 'b'));

--- pair a range under a column changes its subtype
--- before
create type span as range (subtype = double precision);
create table t (id integer primary key, s span default '[1,2)', constraint t_s exclude using gist (s with &&));
create function f(span) returns double precision language sql as $$ select lower($1) $$;
--- after
create type span as range (subtype = numeric);
create table t (id integer primary key, s span default '[1,2)', constraint t_s exclude using gist (s with &&));
create function f(span) returns double precision language sql as $$ select lower($1)::double precision $$;
--- rows
insert into t values (1, '[1,5)');
--- back rows
insert into t values (1, '[1,5)');

--- pair a range of its own is renamed with its multirange
--- before
create type span as range (subtype = double precision, multirange_type_name = spans);
create table t (id integer primary key, s span, m spans);
--- after
create type reach as range (subtype = double precision, multirange_type_name = spans);
create table t (id integer primary key, s reach, m spans);
--- renamed range span -> reach
--- rows
insert into t values (1, '[1,5)', '{[1,2)}');
--- back rows
insert into t values (1, '[1,5)', '{[1,2)}');

--- pair a type goes with all that uses it
--- before
create type mood as enum ('a');
create domain d as mood;
create type c as (d d);
create table t (id integer primary key, m mood, dd d, cc c[]);
create function f(c) returns d language sql as $$ select ($1).d $$;
--- after
create table t (id integer primary key);
--- rows
insert into t values (1, 'a', 'a', null);
--- back rows
insert into t values (1);

--- pair a table's own row type is used by a function and by another table
--- before
create table a (id integer primary key, x integer);
create table b (id integer primary key, a a);
create function f(a) returns integer language sql as $$ select $1.x $$;
create view v as select f(a) as y from a;
--- after
create table a (id integer primary key, x integer, y text);
create table b (id integer primary key, a a);
create function f(a) returns integer language sql as $$ select $1.x + 1 $$;
create view v as select f(a) as y from a;
--- rows
insert into a values (1, 2);
insert into b values (1, null);
--- back rows
insert into a values (1, 2, 'z');
insert into b values (1, null);

--- pair a second extension comes and an exclusion that needs it
--- before
create extension citext;
create table t (id integer primary key, a citext unique);
--- after
create extension citext;
create extension btree_gist;
create table t (id integer primary key, a citext unique, r int4range, constraint t_r exclude using gist (id with =, r with &&));
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x', '[1,2)');

--- pair a column of an extension's type becomes a text
--- before
create extension citext;
create table t (id integer primary key, a citext default 'x' not null unique);
create view v as select a from t;
create function f(citext) returns citext language sql as $$ select $1 $$;
--- after
create table t (id integer primary key, a text default 'x' not null unique);
create view v as select a from t;
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair an extension in a schema of its own
--- before
create schema ext;
create table t (id integer primary key, a text);
--- after
create schema ext;
create extension hstore schema ext;
create table t (id integer primary key, a text, h ext.hstore default ''::ext.hstore);
create index t_h on t using gin (h);
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x', 'a=>1');
