namespace Dowel.Schema.Tests;

internal static class PostgresCodeFixtures
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["views"] = """
            create table t (id int primary key, name text, at timestamptz, amount numeric);
            create view plain as select id, name from t where name is not null;
            create view upon as select p.*, upper(p.name) as "Upper" from plain p;
            create view secure with (security_barrier, security_invoker = true) as select * from t;
            create view checked as select * from t where id > 0 with local check option;
            create view cascaded as select * from checked where id < 100 with cascaded check option;
            create view grouped as select id, name, count(*) over (partition by name order by at desc nulls last) from t group by id;
            create view complex as with recursive n (i) as (select 1 union all select i + 1 from n where i < 5), x as materialized (select * from t)
              select n.i, x.name, case when x.amount > 10 then 'A B' else 'C' end as size, array(select id from t t2 where t2.id = x.id) as ids, x.at at time zone 'Europe/Berlin' as local,
                extract(epoch from x.at) as epoch, x.name like 'A%' as starts from n left join x on x.id = n.i and not exists (select 1 from t where name = 'Q') order by 1 desc limit 5;
            create view lateral_one as select t.id, l.v from t cross join lateral (values (t.id, 'X')) l (w, v) union select 1, 'y' except select 2, 'Z';
            alter view plain alter column name set default 'N';
            """,
        ["functions"] = """
            create table t (id int, name text);
            create function add(a int, b int default 5) returns int language sql immutable strict parallel safe as $$select a + b$$;
            create function add(a text, b text) returns text language sql as $$select a || b || 'Upper; CASE'$$;
            create function noop() returns void language plpgsql security definer set search_path = public, pg_temp set work_mem = '8MB' as $body$
            begin
              -- A Comment with $$ and ';'
              perform 1;
            end
            $body$;
            create function rows_of(x int, out a int, out b text) returns setof record language sql cost 10 rows 5 stable as $$select id, name from t$$;
            create function table_of(n int) returns table (a int, "B" text) language sql as $$select id, name from t$$;
            create function many(variadic xs int[]) returns int language sql leakproof as $$select xs[1]$$;
            create function of_table(r t) returns setof t language sql as $$select * from t$$;
            create function atomic(x int) returns int language sql begin atomic select case when count(*) > x then 1 else 2 end from t where name <> 'A;B'; end;
            create function next_one(x int) returns int language sql return x + 1;
            create function polymorphic(a anyelement, b anyarray) returns anyelement language sql as 'select a';
            create function windowed() returns bigint language internal window immutable as 'window_row_number';
            """,
        ["procedures"] = """
            create procedure work(a int, inout b text default 'X') language plpgsql as $$begin commit; end$$;
            create procedure nothing() language sql as '';
            create procedure gives(a int, out b int) language sql as 'select 1';
            """,
        ["aggregates"] = """
            create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0', parallel = safe, combinefunc = int4pl);
            create aggregate nothing(*) (sfunc = int8inc, stype = int8, initcond = '0');
            create function join_step(text, text, text) returns text language sql as $$select coalesce($1 || $3, '') || $2$$;
            create aggregate joined(text, text) (sfunc = join_step, stype = text);
            create aggregate smallest(int) (sfunc = int4smaller, stype = int, sortop = operator(pg_catalog.<));
            create aggregate middle(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
            create aggregate moving(int) (sfunc = int4pl, stype = int, msfunc = int4pl, minvfunc = int4mi, mstype = int, minitcond = '0', initcond = '1');
            """,
        ["triggers"] = """
            create table t (id int primary key, name text, old text); create view v as select id from t;
            create function f() returns trigger language plpgsql as $$begin return new; end$$;
            create trigger a before insert or update of name, old on t for each row when (new.name is distinct from 'A B') execute function f('X', '2');
            create trigger b after delete on t referencing old table as gone for each statement execute function f();
            create constraint trigger c after insert on t deferrable initially deferred for each row execute function f();
            create trigger d instead of insert on v for each row execute function f();
            create trigger e after truncate on t execute function f();
            alter table t disable trigger a; alter table t enable replica trigger b; alter table t enable always trigger e;
            """,
        ["triggers of partitions"] = """
            create table p (id int, at date) partition by range (at); create table p_1 partition of p for values from ('2024-01-01') to ('2025-01-01');
            create function f() returns trigger language plpgsql as $$begin return new; end$$;
            create trigger g after insert on p for each row execute function f();
            """,
        ["rules"] = """
            create table t (id int, name text); create table log (id int, what text); create view v as select id from t;
            create rule note as on insert to t where new.id > 5 do also insert into log values (new.id, 'Insert');
            create rule stop as on delete to t do instead nothing;
            create rule through as on update to v do instead (update t set id = new.id where id = old.id; insert into log values (new.id, 'Up'));
            alter table t disable rule note;
            """,
        ["policies"] = """
            create table docs (id int, owner text, team int); create table teams (id int, who text);
            alter table docs enable row level security; alter table docs force row level security;
            create policy own on docs using (owner = current_user) with check (owner = current_user and id > 0);
            create policy by_team on docs as restrictive for select to {role}, public using (team in (select id from teams where who = nullif(current_setting('app.user', true), '')));
            create policy adding on docs for insert to {role} with check (true);
            create policy changing on docs for update using (id > 1); create policy leaving on docs for delete to current_user using (false);
            """,
        ["functions in the way"] = """
            create function is_fine(x int) returns boolean language sql immutable as 'select x > 0';
            create table t (a int check (is_fine(a)), b boolean generated always as (is_fine(5)) stored, c boolean default is_fine(1)); create index on t (is_fine(a)) where is_fine(a);
            create view v as select is_fine(a) from t; create function atomic() returns setof v begin atomic select * from v; end;
            create domain fine as int check (is_fine(value)); create table u (f fine); create policy p on t using (is_fine(a)); create materialized view m as select * from atomic();
            """,
        ["a view of a primary key's group"] = "create table t (id int primary key, name text); create view v as select id, name from t group by id",
        ["a row type as a column"] = "create table a (id int); create table b (a a, many a[]); create view v as select a from a; create table c (v v)",
        ["default of an enum's function"] = """
            create type state as enum ('new', 'old'); create function first_state() returns state language sql stable as $$select 'new'::state$$;
            create table t (s state not null default first_state(), t state[] default array['new', 'old']::state[]);
            create function taking(s state default 'old') returns int language sql as 'select 1';
            """,
    };
}
