create table t (id int) partition by list (id);
create table concurrently_not partition of t for values in (1);
create table other partition of t default;
insert into t values (1), (2);
alter table t detach partition concurrently_not;
