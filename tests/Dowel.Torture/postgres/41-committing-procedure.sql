-- dowel: transaction=none
create table t (a int);
create procedure fill(n int) language plpgsql as $$
begin
  for i in 1..n loop
    insert into t values (i);
    if i % 2 = 0 then commit; else rollback; end if;
  end loop;
end;
$$;
call fill(4);
do $$ begin insert into t values (100); commit; insert into t values (101); end $$;
