create table parts (id int, at date not null) partition by range (at);
create table parts_old partition of parts for values from ('2000-01-01') to ('2020-01-01');
create table parts_new partition of parts for values from ('2020-01-01') to ('2040-01-01');
insert into parts values (1, '2010-01-01'), (2, '2030-01-01');
alter table parts detach partition parts_old concurrently;
insert into log (script, what) values (13, 'detached');
