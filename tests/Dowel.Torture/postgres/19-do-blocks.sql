do $$ begin create table t (id int, v text); end $$;
do language plpgsql $body$
declare r record; s text := 'it''s; fine';
begin
  for r in select generate_series(1, 3) as n loop
    execute format($q$insert into t values (%s, %L);$q$, r.n, s || $$;$$);
  end loop;
end;
$body$;
do 'begin insert into t values (9, ''old; style''); end';
DO E'begin insert into t values (10, \'escaped; style\'); end' LANGUAGE plpgsql;
