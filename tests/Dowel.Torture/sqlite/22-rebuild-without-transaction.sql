create table parent (id integer primary key);
create table child (parent_id int references parent on delete cascade);
insert into parent values (1); insert into child values (1), (1);
pragma foreign_keys = 0;
create table parent_2 (id integer primary key, extra text default 'x');
insert into parent_2 (id) select id from parent;
drop table parent;
alter table parent_2 rename to parent;
pragma foreign_keys(yes);
