begin;
create table t (a);
insert into t values (1);
commit;
begin immediate transaction;
insert into t values (2);
end transaction;
begin exclusive; insert into t values (3); end;
begin deferred transaction; insert into t values (4); commit transaction;
