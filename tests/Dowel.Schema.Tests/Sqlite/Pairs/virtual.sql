--- pair a table that searches gets other arguments
--- before
create virtual table docs using fts5(title, body);
--- after
create virtual table docs using fts5(title, body, author unindexed, tokenize = 'porter ascii', prefix = '2 3');
--- rows
insert into docs values ('t', 'some words');
--- back rows
insert into docs values ('t', 'some words', 'me');

--- pair a table that searches gets another name and keeps what it has
--- before
create virtual table docs using fts5(title, body);
--- after
create virtual table pages using fts5(title, body);
--- renamed docs -> pages
--- rows
insert into docs values ('t', 'some words');
--- back rows
insert into pages values ('t', 'some words');

--- pair a table of boxes comes beside one that goes
--- before
create virtual table boxes using rtree(id, x0, x1, y0, y1);
create view small as select id from boxes where x1 - x0 < 1;
--- after
create virtual table places using rtree(id, x0, x1, y0, y1, +name text);
create view small as select id from places where x1 - x0 < 1;
--- rows
insert into boxes values (1, 0, 0.5, 0, 2);
--- back rows
insert into places values (1, 0, 0.5, 0, 2, 'x');

--- pair words are kept up to date by triggers and their table is made anew
--- before
create table docs (id integer primary key, title text, body text);
create virtual table words using fts5(title, body, content = 'docs', content_rowid = 'id');
create trigger docs_i after insert on docs begin
  insert into words (rowid, title, body) values (new.id, new.title, new.body);
end;
create trigger docs_d after delete on docs begin
  insert into words (words, rowid, title, body) values ('delete', old.id, old.title, old.body);
end;
create view hits as select d.id, d.title, bm25(words) as rank from words join docs d on d.id = words.rowid where words match 'some' order by rank;
--- after
create table docs (id integer primary key, title text not null, body text, made_at text);
create virtual table words using fts5(title, body, content = 'docs', content_rowid = 'id');
create trigger docs_i after insert on docs begin
  insert into words (rowid, title, body) values (new.id, new.title, new.body);
end;
create trigger docs_d after delete on docs begin
  insert into words (words, rowid, title, body) values ('delete', old.id, old.title, old.body);
end;
create view hits as select d.id, d.title, bm25(words) as rank from words join docs d on d.id = words.rowid where words match 'some' order by rank;
--- rows
insert into docs values (1, 'a', 'some words'), (7, 'b', 'others');
--- back rows
insert into docs values (1, 'a', 'some words', 'now');

--- pair a table is renamed whose rows a virtual one reads
--- before
create table docs (id integer primary key, body text);
create virtual table words using fts5(body, content = 'docs', content_rowid = 'id');
--- after
create table pages (id integer primary key, body text);
create virtual table words using fts5(body, content = 'pages', content_rowid = 'id');
--- renamed docs -> pages
--- rows
insert into docs values (1, 'some words');
--- back rows
insert into pages values (1, 'some words');

--- pair a list of words over a table that searches
--- before
create virtual table z_words using fts5(body);
--- after
create virtual table z_words using fts5(body);
create virtual table a_vocabulary using fts5vocab('z_words', 'row');
create view common as select term, cnt from a_vocabulary where cnt > 1;
--- rows
insert into z_words values ('some words');
--- back rows
insert into z_words values ('some words');

--- pair a virtual table whose names need quotes
--- before
create table t (id integer primary key, v text);
--- after
create table t (id integer primary key, v text not null);
create virtual table "the words" using fts5("a title", "group" unindexed, tokenize = "unicode61 tokenchars '-_'");
create trigger t_i after insert on t begin
  insert into "the words" ("a title", "group") values (new.v, new.id);
end;
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');
