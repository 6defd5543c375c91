pragma user_version = 7;
insert into log (script, what) values (10, 'before');
pragma wal_checkpoint(truncate);
insert into log (script, what) values (10, 'after');
