namespace Dowel.Schema.Tests;

internal static class PostgresTypeFixtures
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["enums"] = "create type mood as enum ('sad', 'It''s ok', 'HAPPY', 'a,b'); create type never as enum (); create table people (id int, mood mood not null default 'sad', moods mood[])",
        ["domains"] = """
            create domain email as text check (value ~ '@') not null;
            create domain amount as numeric(12, 2) default 0 constraint positive check (value >= 0);
            create domain work_email as email constraint at_work check (value like '%@work.example');
            create domain tag as varchar(10) collate "C";
            alter domain amount add constraint small check (value < 1000000) not valid;
            create table people (email email, work work_email, amount amount default 5, tags tag[]);
            """,
        ["composite types"] = """
            create type address as (street text, zip varchar(10) collate "C", "Country" char(2));
            create type person as (name text, home address, others address[]);
            create type empty as ();
            create table people (id int, who person);
            """,
        ["ranges"] = """
            create type float_range as range (subtype = float8, subtype_diff = float8mi);
            create type words as range (subtype = text, collation = "C");
            create type spans as range (subtype = int4, multirange_type_name = many_spans);
            create function gap(a date, b date) returns float8 language sql immutable as 'select (a - b)::float8';
            create type day_range as range (subtype = date, subtype_diff = gap);
            create type patterned as range (subtype = text, subtype_opclass = text_pattern_ops);
            create table t (a float_range, b many_spans);
            """,
        ["extensions"] = "create extension citext; create extension hstore; create table t (a citext primary key, b hstore not null default ''); create index on t using gin (b)",
        ["extensions elsewhere"] = """
            create schema extensions; create extension citext schema extensions; create extension pg_trgm schema extensions;
            create table t (a extensions.citext not null unique, b text); create index t_b on t using gin (b extensions.gin_trgm_ops);
            """,
        ["extensions that need others"] = "create extension cube; create extension earthdistance; create table t (place earth)",
        ["schemas"] = """
            create schema sales; create schema "Über uns";
            create table sales.orders (id int primary key); create table orders (id int primary key, sale int references sales.orders);
            create type sales.state as enum ('new'); create table "Über uns"."Namen" (state sales.state, "order" int references orders);
            create view sales.open as select o.id, p.sale from sales.orders o join orders p on p.sale = o.id;
            create function sales.f(x sales.state) returns sales.orders language sql as 'select * from sales.orders limit 1';
            create index on sales.orders ((id + 1)); create sequence sales.counter; create table sales.counted (n int default nextval('sales.counter'));
            """,
        ["names that need quotes"] = """
            create table "Order" ("User" int primary key, "select" text default 'A', "with space" int, "quo""te" text, "ünïcode" text, "日本" int, a$b int, "1st" int, "UPPER" text unique, check ("with space" > 0));
            create index "My Index" on "Order" ("select", "quo""te" desc, lower("ünïcode")) where "日本" is not null;
            create view "V w" as select "User" as "Who", "select" as "From" from "Order";
            create function "Do It"("Arg" int, out "Res" text) language sql as $$select 'UPPER Select'$$;
            create type "Mood" as enum ('A'); create table "table" ("Mood" "Mood" default 'A', "group" int references "Order" ("User"));
            create sequence "Seq"; create domain "D om" as text constraint "C h" check (value <> 'X');
            create policy "P y" on "Order" using ("UPPER" = 'X'); alter table "Order" enable row level security;
            """,
        ["names of keywords"] = """create table "user" ("all" int, value int, name text, type text, "end" int, "default" int, "check" text, key int, "primary" int, json json, system_user text)""",
        ["names of builtin things"] = """
            create function lower(x int) returns int language sql immutable as 'select x'; create table pg_class_like (oid oid); create type public.text as enum ('a');
            create table uses (a public.text, b pg_catalog.text, c int default public.lower(5)); create view pg_stats as select 1 as one;
            """,
        ["comments"] = """
            create schema s; create table t (a int constraint k primary key, b text, c int constraint positive check (c > 0)); create index i on t (b); create view v as select a from t; create materialized view m as select b from t;
            create sequence q; create type e as enum ('a'); create domain d as int constraint dc check (value > 0); create type c as (x int); create function f(int) returns int language sql as 'select 1';
            create procedure p(a int) language sql as 'select 1'; create aggregate total(int) (sfunc = int4pl, stype = int); create trigger g before update on t for each row execute function suppress_redundant_updates_trigger();
            create policy y on t; create rule r as on delete to t do instead nothing; create statistics z on a, b from t; create extension citext; create table n (id int generated always as identity, c citext unique);
            comment on schema s is 'Schema'; comment on table t is 'It''s a \ table'; comment on column t.b is E'two\nlines'; comment on constraint k on t is 'key'; comment on constraint positive on t is 'C';
            comment on index i is 'I'; comment on index k is 'the key''s index'; comment on view v is 'V'; comment on column v.a is 'VA'; comment on materialized view m is 'M'; comment on column m.b is 'MB'; comment on sequence q is 'Q';
            comment on type e is 'E'; comment on domain d is 'D'; comment on constraint dc on domain d is 'DC'; comment on type c is 'CT'; comment on column c.x is 'CX'; comment on function f(int) is 'F'; comment on procedure p(int) is 'P';
            comment on aggregate total(int) is 'A'; comment on trigger g on t is 'G'; comment on policy y on t is 'Y'; comment on rule r on t is 'R'; comment on statistics z is 'Z'; comment on schema public is 'ours'; comment on sequence n_id_seq is 'N';
            """,
    };
}
