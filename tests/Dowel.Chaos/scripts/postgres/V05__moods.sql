create type mood as enum ('calm', 'angry');
create table moods (id int primary key, mood mood not null);
insert into log (script, what) values (5, 'made');
