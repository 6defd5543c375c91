create table t (v text);
create function nest(a text) returns text language plpgsql as $outer$
declare
  q text := 'insert into t values (''it''''s; ' || a || ''')';
  c cursor for select 1;
begin
  execute q;
  execute $inner$insert into t values ($q$deep; 'er'$q$)$inner$;
  if a ~ '^\d+;$' then raise notice '%;', a; end if;
  return $$done;$$;
exception when others then
  raise;
end;
$outer$;
create function old_style() returns text language plpgsql as '
begin
  return nest(''x'');
end;
';
insert into t values (old_style());
