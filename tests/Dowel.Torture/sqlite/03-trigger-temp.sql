create table t (a); create table log (a);
create temp trigger t_ai after insert on main.t begin insert into log values (new.a); end;
insert into t values (1);
create temporary trigger t_bd before delete on main.t begin insert into log values ('gone ' || old.a); select 1; end;
delete from t;
insert into t values (2);
