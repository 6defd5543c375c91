drop index concurrently accounts_owner;
create unique index concurrently accounts_unique on accounts (owner, id);
insert into log (script, what) values (10, 'unique');
