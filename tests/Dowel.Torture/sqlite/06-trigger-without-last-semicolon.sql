create table t (a); create table log (a);
insert into t values (0);
create trigger t_ai after insert on t begin insert into log select new.a; end