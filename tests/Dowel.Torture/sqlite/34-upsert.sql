create table hits (path text primary key, n int not null default 1);
insert into hits (path) values ('/'), ('/a');
insert into hits (path) values ('/') on conflict (path) do update set n = n + 1 where excluded.path <> ';';
insert into hits (path) values ('/a') on conflict do nothing;
replace into hits values ('/b', 7);
