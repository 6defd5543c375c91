--- pair a column is added in place
--- before
create table users (id integer primary key, name text not null);
--- after
create table users (id integer primary key, name text not null, email text);
--- rows
insert into users values (1, 'Ann'), (2, 'Bo');
--- back rows
insert into users values (1, 'Ann', 'a@b'), (2, 'Bo', null);

--- pair a column with a constant default is added in place
--- before
create table users (id integer primary key);
--- after
create table users (id integer primary key, points integer not null default 0, note text not null default '-', rate real default -1.5);
--- rows
insert into users values (1), (2);
--- back rows
insert into users values (1, 5, 'x', 2.5), (2, 6, 'y', null);

--- pair a column with the time as default
--- before
create table users (id integer primary key, name text);
--- after
create table users (id integer primary key, name text, made_at text not null default current_timestamp, made_on text not null default (date('now')));
--- rows
insert into users values (1, 'a'), (2, 'b');
--- back rows
insert into users (id, name) values (1, 'a');

--- pair a column that is not null gets its values from others
--- before
create table users (id integer primary key, first text, last text);
--- after
create table users (id integer primary key, first text, last text, name text not null);
--- backfill users.name: first || ' ' || last
--- rows
insert into users values (1, 'Ann', 'Lee'), (2, 'Bo', 'May');
--- back rows
insert into users values (1, 'Ann', 'Lee', 'Ann Lee');

--- pair a column takes the values of one that goes
--- before
create table users (id integer primary key, first text, last text);
--- after
create table users (id integer primary key, name text not null default 'nobody');
--- backfill users.name: coalesce(first, '') || ' ' || coalesce(last, '')
--- back backfill users.first: name
--- rows
insert into users values (1, 'Ann', 'Lee'), (2, null, null);
--- back rows
insert into users values (1, 'Ann');

--- pair a column becomes not null
--- before
create table users (id integer primary key, email text);
--- after
create table users (id integer primary key, email text not null);
--- rows
insert into users values (1, 'a'), (2, 'b');
--- back rows
insert into users values (1, 'a');

--- pair a column becomes not null and rows without a value get one
--- before
create table users (id integer primary key, email text, name text);
--- after
create table users (id integer primary key, email text not null, name text);
--- backfill users.email: name || '@example.org'
--- rows
insert into users values (1, 'a@b', 'a'), (2, null, 'bo');
--- back rows
insert into users values (1, 'a', 'x');

--- pair the default changes
--- before
create table users (id integer primary key, kind text not null default 'old', at text default current_timestamp);
--- after
create table users (id integer primary key, kind text not null default 'new', at text default (strftime('%Y', 'now')));
--- rows
insert into users values (1, 'x', '2020');
--- back rows
insert into users (id) values (1);

--- pair the default goes
--- before
create table users (id integer primary key, kind text default 'it''s; -- odd');
--- after
create table users (id integer primary key, kind text);
--- rows
insert into users (id) values (1), (2);
--- back rows
insert into users values (1, null);

--- pair the type changes
--- before
create table events (id integer primary key, at text, size integer);
--- after
create table events (id integer primary key, at varchar(30), size bigint);
--- rows
insert into events values (1, '2024-01-01', 12), (2, null, null);
--- back rows
insert into events values (1, 'x', 9007199254740993);

--- pair a number becomes a text
--- before
create table codes (id integer primary key, code integer not null);
--- after
create table codes (id integer primary key, code text not null);
--- one way
--- rows
insert into codes values (1, 12), (2, -5);

--- pair a column without a type gets one
--- before
create table facts (id integer primary key, value);
--- after
create table facts (id integer primary key, value blob);
--- rows
insert into facts values (1, x'00ff'), (2, 'text'), (3, 1.5), (4, null);
--- back rows
insert into facts values (1, x'00');

--- pair the collation changes
--- before
create table users (id integer primary key, email text collate nocase not null unique);
--- after
create table users (id integer primary key, email text not null unique);
--- rows
insert into users values (1, 'A@b'), (2, 'c@d');
--- back rows
insert into users values (1, 'A@b'), (2, 'c@d');

--- pair several columns come and go at once
--- before
create table t (a integer primary key, b text, c text, d text);
--- after
create table t (a integer primary key, d text, e text, f integer default 1);
--- rows
insert into t values (1, 'b', 'c', 'd'), (7, null, null, null);
--- back rows
insert into t values (1, 'd', 'e', 3);

--- pair a column that an index covers goes
--- before
create table t (a integer primary key, b text, c text);
create index t_b on t (b);
create index t_c on t (c);
--- after
create table t (a integer primary key, c text);
create index t_c on t (c);
--- rows
insert into t values (1, 'b', 'c');
--- back rows
insert into t values (1, 'c');

--- pair a column that a view and a trigger show goes
--- before
create table t (a integer primary key, b text, c text);
create table log (line text);
create view v as select a, b, c from t;
create trigger t_log after insert on t begin
  insert into log values (new.b || new.c);
end;
--- after
create table t (a integer primary key, c text);
create table log (line text);
create view v as select a, c from t;
create trigger t_log after insert on t begin
  insert into log values (new.c);
end;
--- rows
insert into t values (1, 'b', 'c');
--- back rows
insert into t values (1, 'c');

--- pair a column of a key goes
--- before
create table t (a text, b text, c text, primary key (a, b), unique (b, c));
--- after
create table t (a text, c text, primary key (a));
--- rows
insert into t values ('1', 'b', 'c'), ('2', 'b', 'd');
--- back backfill t.b: 'b'
--- back rows
insert into t values ('1', 'c');

--- pair a column of a rule goes
--- before
create table t (a integer primary key, b int check (b > 0), c int, check (c > b));
--- after
create table t (a integer primary key, c int);
--- rows
insert into t values (1, 2, 3);
--- back rows
insert into t values (1, 3);
--- back backfill t.b: 1

--- pair a column that refers goes
--- before
create table p (id integer primary key);
create table t (a integer primary key, p_id integer references p, b text);
--- after
create table p (id integer primary key);
create table t (a integer primary key, b text);
--- rows
insert into p values (1);
insert into t values (1, 1, 'b');
--- back rows
insert into t values (1, 'b');

--- pair a column is renamed in place
--- before
create table users (id integer primary key, mail text unique, check (mail <> ''));
create index users_mail on users (lower(mail)) where mail is not null;
create view mails as select mail from users;
--- after
create table users (id integer primary key, email text unique, check (email <> ''));
create index users_mail on users (lower(email)) where email is not null;
create view mails as select email from users;
--- renamed users.mail -> users.email
--- rows
insert into users values (1, 'a');
--- back rows
insert into users values (1, 'a');

--- pair a column is renamed and its table made anew
--- before
create table users (id integer primary key, mail text);
create trigger users_t after update of mail on users begin select new.mail; end;
--- after
create table users (id integer primary key, email text not null check (email like '%@%'));
create trigger users_t after update of email on users begin select new.email; end;
--- renamed users.mail -> users.email
--- rows
insert into users values (1, 'a@b');
--- back rows
insert into users values (1, 'a@b');

--- pair names that need quotes
--- before
create table "Order" ("select" integer primary key, "a b" text, `e` text, "x""y" text);
create index "in dex" on "Order" ("a b", "x""y");
--- after
create table "Order" ("select" integer primary key, "a b" text not null default 'x', "e" text, "x""y" text check ("x""y" <> '"'), "from" int unique);
create index "in dex" on "Order" ("a b" desc, "x""y");
--- rows
insert into "Order" values (1, 'b', 'e', 'f');
--- back rows
insert into "Order" values (1, 'b', 'e', 'f', 5);
