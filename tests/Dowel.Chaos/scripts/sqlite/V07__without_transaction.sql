-- dowel: transaction=none
insert into log (script, what) values (7, 'one');
create table plain (id int);
insert into log (script, what) values (7, 'two');
update accounts set balance = balance * 2 where id = 7;
insert into log (script, what) values (7, 'three');
