create virtual table note using fts5(title, body, tokenize = "unicode61 remove_diacritics 2", prefix='2 3');
insert into note values ('a; b', 'the end; of it'), ('c', 'nothing');
create table found as select title from note where note match 'end';
create table doc (id integer primary key, body text);
create virtual table doc_fts using fts5(body, content='doc', content_rowid='id');
create trigger doc_ai after insert on doc begin insert into doc_fts (rowid, body) values (new.id, new.body); end;
create trigger doc_ad after delete on doc begin insert into doc_fts (doc_fts, rowid, body) values ('delete', old.id, old.body); end;
insert into doc (body) values ('alpha'), ('beta'); delete from doc where id = 1;
