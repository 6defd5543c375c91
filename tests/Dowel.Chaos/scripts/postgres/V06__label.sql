insert into log (script, what) values (6, 'before');
alter type mood add value 'glad' before 'angry';
insert into moods values (1, 'glad');
insert into log (script, what) values (6, 'after');
