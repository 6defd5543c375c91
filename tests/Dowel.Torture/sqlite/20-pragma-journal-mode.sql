pragma journal_mode = wal;
create table t (a);
insert into t select journal_mode from pragma_journal_mode;
pragma wal_checkpoint(truncate);
PRAGMA main.journal_mode(DELETE);
insert into t select journal_mode from pragma_journal_mode;
pragma journal_mode;
pragma synchronous = off;
insert into t select synchronous from pragma_synchronous;
