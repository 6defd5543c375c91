insert into notes (text) values ('the first');
