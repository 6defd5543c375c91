create table begin (key text, temp int, query int, plan int, trigger text, vacuum int, action int, replace text);
insert into begin (key, temp, trigger) values ('k', 1, 't;');
create table explain (pragma text, attach int, before int, after int, each int, rollback int, savepoint text, release text);
insert into explain (pragma, rollback) select key, temp from begin;
update begin set replace = replace(key, 'k', ';'), plan = query is null;
create table temp (a); create view view as select key from begin;
