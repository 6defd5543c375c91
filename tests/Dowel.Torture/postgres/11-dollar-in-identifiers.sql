create table a$b (x$1 int, y$ text, _$$ int);
insert into a$b values (1, 'a;', 2);
create view v$ as select x$1, y$ from a$b;
create table größe$x$ (id int); insert into größe$x$ values (1); create index i$x$ on größe$x$ (id);
