CREATE TABLE [changelog] (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    type INTEGER,
    version VARCHAR(50),
    description VARCHAR(200) NOT NULL,
    name VARCHAR(300) NOT NULL,
    checksum VARCHAR(32),
    installed_by VARCHAR(100) NOT NULL,
    installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    success BOOLEAN NOT NULL
);
insert into changelog (type, version, description, name, checksum, installed_by, installed_on, success) values
    (2, '0', 'Empty schema found: main.', 'main', '', '', '2025-03-01 10:00:00.502', 1),
    (0, '1', 'create notes', 'V1__create_notes.sql', '3AEBA0E3EE5A9E394DE6046EEE35FFC0', '', '2025-03-01 10:00:00.512', 1),
    (0, '2', 'tags', 'V2__tags.sql', 'FE794D68E816B3857170D0E0F8684451', '', '2025-06-14 08:30:00.071', 1),
    (4, null, 'tagged notes', 'R__tagged_notes.sql', '6534BA8C441A167FB85069380FBC1873', '', '2025-06-14 08:30:00.090', 1);
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
drop view if exists tagged_notes;
create view tagged_notes as
    select notes.id, notes.body, tags.tag from notes join tags on tags.note_id = notes.id;
