create table person (first text, last text, born int, gone int);
create unique index person_name on person (lower(first || ' ' || last)) where gone is null;
create index person_age on person (born desc, substr(last, 1, instr(last || ';', ';') - 1) collate nocase);
insert into person values ('A', 'B', 1, null), ('a', 'b', 2, 1);
drop index if exists absent; reindex; analyze;
