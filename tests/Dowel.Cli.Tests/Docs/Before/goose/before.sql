CREATE TABLE goose_db_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL,
    tstamp TIMESTAMP DEFAULT (datetime('now'))
);
insert into goose_db_version (version_id, is_applied, tstamp) values
    (0, 1, '2025-03-01 10:00:00'), (1, 1, '2025-03-01 10:00:00'), (2, 1, '2025-06-14 08:30:00');
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
