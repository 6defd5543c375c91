create table t (id int, v text);
create or replace function grade(n int) returns text language sql immutable
BEGIN ATOMIC
  SELECT CASE WHEN n > 90 THEN 'a;' WHEN n > 50 THEN CASE n % 2 WHEN 0 THEN 'b' ELSE 'c' END ELSE 'd' END;
END;
create or replace procedure fill() begin atomic
  insert into t select n, case when n > 1 then case when n > 2 then 'three' else 'two' end else 'one' end from generate_series(1, 3) n;
  delete from t where case v when 'two' then true else false end;
end;
call fill();
insert into t values (100, grade(95));
