pragma recursive_triggers = on;
create table t (n int);
create trigger t_ai after insert on t when new.n < 5 begin insert into t values (new.n + 1); end;
insert into t values (1);
pragma recursive_triggers = off;
insert into t values (-1);
