CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
insert into schema_migrations values ('20250301095500'), ('20250614080000');
create table notes (
    id integer primary key,
    body text not null
);
create table tags (
    note_id integer not null references notes,
    tag text not null
);
insert into notes values (1, 'first');
insert into tags values (1, 'new');
