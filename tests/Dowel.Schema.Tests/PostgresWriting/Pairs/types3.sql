--- pair an enum becomes a domain of its name, below a view, a default and an array
--- before
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood default 'happy' not null, n mood[]);
create index t_m on t (m);
create view v as select id, m from t;
--- after
create domain mood as text constraint mood_known check (value in ('sad', 'happy', 'odd'));
create table t (id integer primary key, m mood default 'happy' not null, n mood[]);
create index t_m on t (m);
create view v as select id, m from t;
--- one way
--- rows
insert into t values (1, 'sad', '{happy}'), (2, 'happy', null);

--- pair a domain becomes an enum of its name
--- before
create domain mood as text constraint mood_known check (value in ('sad', 'happy'));
create table t (id integer primary key, m mood);
create function f(mood) returns text language sql as $$ select $1::text $$;
--- after
create type mood as enum ('sad', 'happy');
create table t (id integer primary key, m mood);
create function f(mood) returns text language sql as $$ select $1::text $$;
--- rows
insert into t values (1, 'sad'), (2, null);
--- back rows
insert into t values (1, 'sad'), (2, null);

--- pair a domain gets rules while a column is an array of it and another is it
--- before
create domain word as text constraint word_short check (length(value) < 9);
create table t (id integer primary key, a word[], b word default 'x');
create view v as select id, a from t;
--- after
create domain word as text constraint word_short check (length(value) < 9) constraint word_said check (value <> '');
create table t (id integer primary key, a word[], b word default 'x');
create view v as select id, a from t;
--- rows
insert into t values (1, '{x,y}', 'z'), (2, null, null);
--- back rows
insert into t values (1, '{x,y}', 'z'), (2, null, null);

--- pair a domain is not null while a column is an array of it
--- before
create domain word as text;
create table t (id integer primary key, a word[]);
--- after
create domain word as text not null;
create table t (id integer primary key, a word[]);
--- rows
insert into t values (1, '{x,y}'), (2, null);
--- back rows
insert into t values (1, '{x,y}'), (2, null);

--- pair arrays of a domain that is new with its rule
--- before
create table t (id integer primary key);
--- after
create domain amount as integer constraint positive check (value > 0);
create table t (id integer primary key, amounts amount[]);
create table u (id integer primary key, amounts amount[] not null, one amount);
--- rows
insert into t values (1);
--- back rows
insert into t values (1, '{1,2}');
