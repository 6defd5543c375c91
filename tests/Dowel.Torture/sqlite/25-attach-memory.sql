attach ':memory:' as side;
create table side.t (a);
insert into side.t values (1), (2);
create table kept as select a * 10 as a from side.t;
detach side;
attach database ':memory:' as [side;];
create table [side;].t (a);
insert into kept select count(*) from "side;".t;
detach database "side;";
