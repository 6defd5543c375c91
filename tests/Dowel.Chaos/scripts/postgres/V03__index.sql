insert into log (script, what) values (3, 'before');
create index concurrently accounts_owner on accounts (owner);
insert into log (script, what) values (3, 'after');
