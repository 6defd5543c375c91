-- dowel: transaction=none
insert into log (script, what) values (8, 'one');
create table plain (id int);
insert into log (script, what) values (8, 'two');
update accounts set balance = balance * 2 where id = 7;
insert into log (script, what) values (8, 'three');
