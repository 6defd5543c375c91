--- pair an enum comes
--- before
create table t (id integer primary key);
--- after
create type mood as enum ('sad', 'ok', 'happy');
create table t (id integer primary key, m mood default 'ok' not null);
comment on type mood is 'how it is';
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair an enum grows
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood);
--- after
create type mood as enum ('awful', 'sad', 'so so', 'ok', 'happy', 'great');
create table t (id integer primary key, m mood);
--- rows
insert into t values (1, 'sad'), (2, 'happy');
--- back rows
insert into t values (1, 'sad'), (2, 'happy');

--- pair an enum grows and the label is used
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad');
--- after
create type mood as enum ('sad', 'ok', 'happy');
create table t (id integer primary key, m mood default 'ok', constraint t_m check (m <> 'happy' or m = 'ok' or id > 0));
create index t_ok on t (id) where m = 'ok';
--- rows
insert into t values (1, 'sad'), (2, 'happy');
--- back rows
insert into t values (1, 'sad'), (2, 'happy');

--- pair an enum loses a label
--- before
create type mood as enum ('sad', 'ok', 'happy');
create table t (id integer primary key, m mood default 'ok' not null, all_m mood[] default '{sad}');
create index t_m on t (m);
create index t_sad on t (id) where m = 'sad';
create view v as select id, m from t;
create function next_mood(mood) returns mood language sql immutable as $$ select 'sad'::mood $$;
comment on type mood is 'how it is';
--- after
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'happy' not null, all_m mood[] default '{sad}');
create index t_m on t (m);
create index t_sad on t (id) where m = 'sad';
create view v as select id, m from t;
create function next_mood(mood) returns mood language sql immutable as $$ select 'sad'::mood $$;
comment on type mood is 'how it is';
--- rows
insert into t values (1, 'sad', '{happy,sad}'), (2, 'happy', null);
--- back rows
insert into t values (1, 'sad', '{happy,sad}'), (2, 'happy', null);

--- pair an enum gets another order
--- before
create type mood as enum ('happy', 'sad');
create table t (id integer primary key, m mood, check (m > 'happy'));
--- after
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood, check (m >= 'sad'));
--- rows
insert into t values (1, 'sad');
--- back rows
insert into t values (1, 'sad');

--- pair a label gets another name
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad');
create view v as select id from t where m = 'sad';
--- after
create type mood as enum ('blue', 'happy');
create table t (id integer primary key, m mood default 'blue');
create view v as select id from t where m = 'blue';
--- renamed enum mood.sad -> mood.blue
--- rows
insert into t values (1, 'happy');
--- back rows
insert into t values (1, 'happy');

--- pair an enum gets another name
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad', ms mood[]);
create function f(m mood) returns boolean language sql immutable as $$ select m is not null $$;
--- after
create type feeling as enum ('sad', 'happy');
create table t (id integer primary key, m feeling default 'sad', ms feeling[]);
create function f(m feeling) returns boolean language sql immutable as $$ select m is not null $$;
--- renamed enum mood -> feeling
--- rows
insert into t values (1, 'sad', '{sad}');
--- back rows
insert into t values (1, 'sad', '{sad}');

--- pair an enum gets another name and grows
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad');
--- after
create type feeling as enum ('sad', 'ok', 'happy');
create table t (id integer primary key, m feeling default 'ok');
--- renamed enum mood -> feeling
--- rows
insert into t values (1, 'sad');
--- back rows
insert into t values (1, 'sad');

--- pair a text becomes an enum
--- before
create table t (id integer primary key, m text default 'sad' not null, constraint t_m check (m in ('sad', 'happy')));
create index t_m_sad on t (id) where m = 'sad';
--- after
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'sad' not null);
create index t_m_sad on t (id) where m = 'sad';
--- rows
insert into t values (1, 'sad');
--- back rows
insert into t values (1, 'sad');

--- pair an enum takes the place of another
--- before
create type a as enum ('x', 'y');
create table t (id integer primary key, m a default 'x');
--- after
create type b as enum ('x', 'y', 'z');
create table t (id integer primary key, m b default 'x');
--- rows
insert into t values (1, 'x');
--- back rows
insert into t values (1, 'x');

--- pair a domain comes
--- before
create table t (id integer primary key, email text);
--- after
create domain address as text constraint address_at check (value like '%@%');
create table t (id integer primary key, email address);
--- rows
insert into t values (1, 'a@b');
--- back rows
insert into t values (1, 'a@b');

--- pair a domain changes
--- before
create domain address as text constraint address_at check (value like '%@%');
create table t (id integer primary key, email address);
create view v as select email from t;
--- after
create domain address as text default 'a@b' not null constraint address_at check (value like '%@%') constraint address_short check (length(value) < 100);
create table t (id integer primary key, email address);
create view v as select email from t;
--- rows
insert into t values (1, 'a@b');
--- back rows
insert into t values (1, 'a@b');

--- pair a domain is of another type
--- before
create domain amount as integer constraint amount_plus check (value > 0);
create table t (id integer primary key, a amount default 1, b integer);
create view v as select a from t;
--- after
create domain amount as bigint constraint amount_plus check (value > 0);
create table t (id integer primary key, a amount default 1, b integer);
create view v as select a from t;
--- rows
insert into t values (1, 5, 6);
--- back rows
insert into t values (1, 5, 6);

--- pair a composite type comes and is used
--- before
create table t (id integer primary key);
--- after
create type place as (street text, city text);
create table t (id integer primary key, home place);
create function city_of(place) returns text language sql immutable as $$ select $1.city $$;
--- rows
insert into t values (1);
--- back rows
insert into t values (1, ('a', 'b'));

--- pair a composite type changes
--- before
create type place as (street text, city text);
create function city_of(place) returns text language sql immutable as $$ select $1.city $$;
create table t (id integer primary key);
--- after
create type place as (street text, city text, country text);
create function city_of(place) returns text language sql immutable as $$ select $1.city $$;
create table t (id integer primary key);
--- rows
insert into t values (1);
--- back rows
insert into t values (1);

--- pair a range type
--- before
create table t (id integer primary key);
--- after
create type span as range (subtype = double precision);
create table t (id integer primary key, s span);
--- rows
insert into t values (1);
--- back rows
insert into t values (1, '[1,2)');

--- pair an extension
--- before
create table t (id integer primary key, name text);
--- after
create extension citext;
create extension pg_trgm;
create table t (id integer primary key, name citext);
create index t_name on t using gin (name gin_trgm_ops);
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');
