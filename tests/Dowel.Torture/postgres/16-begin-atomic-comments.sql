create table t (id int);
create function f() returns bigint begin /* not yet; */ atomic -- now;
  select 1; -- end;
  /* end; */ select count(*) from t where 'end;' <> $$end;$$;
end /* done; */; -- really
create procedure p() language sql begin
atomic end;
call p(); insert into t values (f());
