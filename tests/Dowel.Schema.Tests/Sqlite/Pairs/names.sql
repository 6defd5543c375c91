--- pair names with every kind of quote in them
--- before
create table "a ""b"" 'c' [d] `e`" ("x ""y"" 'z'" integer primary key, "[v]" text, '`w`' text);
create index "i 'j'" on "a ""b"" 'c' [d] `e`" ("[v]", "`w`");
create view "v ""w""" as select "x ""y"" 'z'" as "it's" from "a ""b"" 'c' [d] `e`";
create trigger "t't" after insert on "a ""b"" 'c' [d] `e`" begin
  update "a ""b"" 'c' [d] `e`" set "[v]" = new."`w`" where "x ""y"" 'z'" = new."x ""y"" 'z'";
end;
--- after
create table "a ""b"" 'c' [d] `e`" ("x ""y"" 'z'" integer primary key, "[v]" text not null, '`w`' text, "new ""one""" int as (length("[v]")) stored);
create index "i 'j'" on "a ""b"" 'c' [d] `e`" ("[v]", "`w`");
create view "v ""w""" as select "x ""y"" 'z'" as "it's" from "a ""b"" 'c' [d] `e`";
create trigger "t't" after insert on "a ""b"" 'c' [d] `e`" begin
  update "a ""b"" 'c' [d] `e`" set "[v]" = new."`w`" where "x ""y"" 'z'" = new."x ""y"" 'z'";
end;
--- rows
insert into "a ""b"" 'c' [d] `e`" values (1, 'v', 'w');
--- back rows
insert into "a ""b"" 'c' [d] `e`" ("x ""y"" 'z'", "[v]", "`w`") values (1, 'v', 'w');

--- pair names of letters that no keyboard has all of
--- before
create table größe (id integer primary key, naïve text, "🙂" text, имя text);
create table 表 (id integer primary key, größe_id int references größe (id) on delete cascade);
--- after
create table größe (id integer primary key, naïve text not null, "🙂" text unique, имя text check (имя <> '🙂'), "NAÏVE" int);
create table 表 (id integer primary key, größe_id int not null references größe (id) on delete cascade);
--- rows
insert into größe values (1, 'a', '🙂', 'имя');
insert into 表 values (1, 1);
--- back rows
insert into größe values (1, 'a', '🙂', 'имя', 1);
insert into 表 values (1, 1);

--- pair a name with a line end, a point and a comment in it
--- before
create table "a.b" ("c.d" integer primary key, "e
f" text, "--g" text, "/*h*/" text);
--- after
create table "a.b" ("c.d" integer primary key, "e
f" text not null, "--g" text check ("--g" <> '--'), "/*h*/" text);
create index "a.b.c" on "a.b" ("--g", "/*h*/");
--- rows
insert into "a.b" values (1, 'e', 'g', 'h');
--- back rows
insert into "a.b" values (1, 'e', 'g', 'h');

--- pair tables, indexes and columns that begin as the engine's own, and as a copy would
--- before
create table sqlitex (id integer primary key, sqlite_seq text);
create table new_sqlitex (id integer primary key, x_id int references sqlitex (id));
create table dowel_guard (is_whole int, is_filled int);
create index new_new_sqlitex on dowel_guard (is_whole);
--- after
create table sqlitex (id integer primary key, sqlite_seq text not null);
create table new_sqlitex (id integer primary key, x_id int not null references sqlitex (id));
create table dowel_guard (is_whole int not null, is_filled int);
create index new_new_sqlitex on dowel_guard (is_whole);
--- rows
insert into sqlitex values (1, 'x');
insert into new_sqlitex values (1, 1);
insert into dowel_guard values (0, 0);
--- back rows
insert into sqlitex values (1, 'x');

--- pair columns called as functions and types are
--- before
create table t (id integer primary key, count int, length text, text text, date date, "integer" integer, abs int as (abs(count)), check (length(length) < 9 and count + 1 > 0));
create index t_l on t (length(length), lower(text), count);
create view v as select count(count) as count, max(length(text)) as max from t;
--- after
create table t (id integer primary key, count int not null, length text, text text, date date, "integer" integer, abs int as (abs(count)), check (length(length) < 9 and count + 1 > 0));
create index t_l on t (length(length), lower(text), count);
create view v as select count(count) as count, max(length(text)) as max from t;
--- rows
insert into t (id, count, length, text, date, "integer") values (1, 2, 'l', 't', '2024-01-01', 5);
--- back rows
insert into t (id, count, length, text, date, "integer") values (1, 2, 'l', 't', '2024-01-01', 5);

--- pair one name for everything that may share it
--- before
create table x (x integer primary key, y text, constraint x check (x > 0));
create index y on x (y);
create view z as select x.x as x from x as x;
create trigger x after insert on x begin
  update x set y = new.x where x.x = new.x;
end;
--- after
create table x (x integer primary key, y text not null, constraint x check (x > 0));
create index y on x (y);
create view z as select x.x as x from x as x;
create trigger x after insert on x begin
  update x set y = new.x where x.x = new.x;
end;
--- rows
insert into x values (1, 'y');
--- back rows
insert into x values (1, 'y');
