insert into log (script, what) values (3, 'before');
vacuum;
insert into log (script, what) values (3, 'after');
