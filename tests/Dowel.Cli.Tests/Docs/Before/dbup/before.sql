CREATE TABLE [SchemaVersions] (
    SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY AUTOINCREMENT NOT NULL,
    ScriptName TEXT NOT NULL,
    Applied DATETIME NOT NULL
);
insert into [SchemaVersions] (ScriptName, Applied) values
    ('Notes.Scripts.Script0001 - Create notes.sql', '2025-03-01 10:00:00.5123417'),
    ('Notes.Scripts.Script0002 - Add tags.sql', '2025-06-14 08:30:00.0718112');
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
