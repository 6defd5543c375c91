create table accounts_new (id integer primary key, owner text not null, balance int not null check (balance >= 0), note text);
insert into accounts_new (id, owner, balance) select id, owner, balance from accounts;
drop table accounts;
alter table accounts_new rename to accounts;
insert into log (script, what) values (6, 'rebuilt');
