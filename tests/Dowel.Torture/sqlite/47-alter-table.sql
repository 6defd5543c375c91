create table t (a int, b int);
insert into t values (1, 2);
alter table t add column c text default 'x;y' not null;
alter table t rename column b to "b;";
alter table t drop column a;
create trigger t_au after update on t begin select 1; end;
alter table t rename to "t;";
