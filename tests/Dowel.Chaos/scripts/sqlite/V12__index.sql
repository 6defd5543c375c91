create unique index accounts_unique on accounts (owner, id);
analyze;
reindex accounts_unique;
insert into log (script, what) values (12, 'unique');
