create temp table work (a);
insert into work values (1), (2);
create temporary view doubled as select a * 2 as a from work;
create table result as select * from doubled;
drop view temp.doubled; drop table temp.work;
