-- Every script of this set writes here what would be seen twice if it ran twice.
create table log (id bigint generated always as identity primary key, script int not null, what text not null);
insert into log (script, what) values (1, 'made');
