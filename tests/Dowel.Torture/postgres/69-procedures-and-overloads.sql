create table t (v text);
create or replace procedure log_it(inout v text default 'x;', variadic rest int[] default '{}') language plpgsql as $p$
begin insert into t values (v || array_to_string(rest, ';')); v := v || ';'; end; $p$;
create or replace procedure log_it(v int) begin atomic insert into t values (v::text); insert into t values (case v when 1 then 'end;' else ';' end); end;
call log_it('a', variadic array[1, 2]); call log_it(1);
create function rows_of(n int) returns table (id int, v text) language sql set search_path from current as $$ select g, 'x;' from generate_series(1, n) g; $$;
insert into t select v from rows_of(2);
