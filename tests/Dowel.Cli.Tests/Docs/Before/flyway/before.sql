CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
insert into "flyway_schema_history" values
    (1, '1', 'create notes', 'SQL', 'V1__create_notes.sql', 2054876117, '', '2025-03-01 10:00:00.512', 12, 1),
    (2, '2', 'tags', 'SQL', 'V2__tags.sql', -287756719, '', '2025-06-14 08:30:00.071', 7, 1),
    (3, null, 'tagged notes', 'SQL', 'R__tagged_notes.sql', 687279053, '', '2025-06-14 08:30:00.090', 3, 1);
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
