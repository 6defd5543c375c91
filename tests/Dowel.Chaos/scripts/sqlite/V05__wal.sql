insert into log (script, what) values (5, 'before');
pragma journal_mode = wal;
insert into log (script, what) values (5, 'after');
