CREATE TABLE schema_migrations (version uint64,dirty bool);
CREATE UNIQUE INDEX version_unique ON schema_migrations (version);
insert into schema_migrations values (2, 0);
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
