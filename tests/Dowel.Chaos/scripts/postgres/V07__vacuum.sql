vacuum analyze accounts;
insert into log (script, what) values (7, 'vacuumed');
reindex index concurrently accounts_owner;
insert into log (script, what) values (7, 'reindexed');
