namespace Dowel.Schema.Tests;

internal static class PostgresHardFixtures
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["partitions attached afterwards"] = """
            create table p (id int not null, n int default 1, check (n > 0)) partition by range (id);
            create table a (n int default 2 not null, gone text, id int not null, constraint p_n_check check (n > 0), constraint own check (id < 10));
            alter table a drop column gone; alter table p attach partition a for values from (0) to (10);
            create table b partition of p for values from (10) to (20); create index on b (n); alter table b alter n drop default;
            """,
        ["columns that were there"] = """
            create table t (a int, b int, c int, d int check (d > 0), unique (c, d)); alter table t drop column b;
            alter table t add e int generated always as (c + d) stored; create index on t (d, a); create view v as select * from t;
            """,
        ["keys by an index, keys of keys"] = """
            create table t (a int not null, b int, constraint "t a" unique (a), check (a > 0), check (b > 0), check (a > b));
            create unique index by_index on t (b); alter table t add constraint by_index unique using index by_index;
            create table u (a int, constraint u_fk foreign key (a) references t (a), constraint u_fk2 foreign key (a) references t (b) on update restrict);
            create table "T" (like t including all);
            """,
        ["names as long as can be"] = """
            create table a2345678901234567890123456789012345678901234567890123456789012 (b2345678901234567890123456789012345678901234567890123456789012 int primary key, c serial unique);
            create index on a2345678901234567890123456789012345678901234567890123456789012 (b2345678901234567890123456789012345678901234567890123456789012, c);
            """,
        ["texts that look like code"] = """
            create table t (a text default 'SELECT "X" -- not a comment', b text default E'back\\slash ''Quote'' \n', c text default U&'\00e9', d bit(4) default B'0101', e bytea default '\xDEADBEEF', f text default $q$It's$q$, g "char" default 'X');
            create view v as select 'A''B /* C */' as a, E'\t"Tab"' as b, 1E10 as c, $$Dollar$$ as d, '{"Key": [1, "V"]}'::jsonb #>> '{Key,0}' as e, array['A', 'b']::text[] as f, '2024-01-01'::date as g, interval '1 Day' as h from t;
            create function f() returns text language sql as $X$select 'UPPER $$ "Quoted"' -- Comment
            $X$;
            create function g(a text default 'It''s; A', "B" text default E'\\N') returns text language plpgsql as $function$begin return $body$X$body$ || 'Y'; end$function$;
            comment on table t is E'Semi; "colon" \\ and ''quote''';
            """,
        ["a schema of code"] = """
            create schema app; create schema hidden; create table hidden.secrets (id int primary key, owner name default current_user);
            create function app.mine() returns setof hidden.secrets language sql security definer set search_path = '' as 'select * from hidden.secrets where owner = session_user';
            create view app.visible with (security_barrier = true) as select s.id from hidden.secrets s join app.mine() m using (id);
            create function app.on_change() returns trigger language plpgsql as 'begin return null; end'; create trigger changed after update on hidden.secrets for each row execute function app.on_change();
            create policy mine on hidden.secrets using (id in (select id from app.visible)); create aggregate app.total(int) (sfunc = int4pl, stype = int); create procedure app.run(inout x int) language sql as 'select x';
            create domain app.code as text check (length(value) = 3); create statistics app.st on id, owner from hidden.secrets; create sequence hidden.seq owned by hidden.secrets.id;
            create index secrets_owner on hidden.secrets (owner); alter table hidden.secrets alter id set default nextval('hidden.seq'); comment on function app.mine() is 'M'; comment on column hidden.secrets.id is 'I';
            create rule r as on delete to hidden.secrets do also notify gone; grant execute on function app.mine() to {role}; grant usage on schema app to {role}; create extension pg_trgm schema hidden;
            create index secrets_trgm on hidden.secrets using gist ((owner::text) hidden.gist_trgm_ops (siglen = 32)); create materialized view app.m as select hidden.similarity('A', 'B') as s;
            """,
        ["what stands on a unique index that is no constraint"] = """
            create table t (a int not null, b int); create unique index t_a on t (a); create table u (a int references t (a)); create view v as select a from t;
            create materialized view m as select a from v; create unique index m_a on m (a); cluster m using m_a;
            """,
        ["rights of several roles at once"] = """
            create table t (id int, n text); grant select on t to public; grant all on t to {role}; grant select (n) on t to {role} with grant option; revoke select on t from {role};
            create function f() returns int language sql as 'select 1'; grant execute on function f() to {role} with grant option; create sequence s; grant all on sequence s to public;
            """,
        ["a function of a table that uses it"] = """
            create table t (id int primary key, n int); create function size(t) returns int language sql immutable as 'select $1.n * 2'; create index on t (size(t.*));
            create function total(r t[]) returns int language sql as 'select 1'; create view v as select t.size, t.* from t; create table log (entry v, entries t[]);
            """,
    };
}
