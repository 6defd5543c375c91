create table t (id int, v text);
insert into t values (1, 'a;'
   'b;'
   -- a comment; in between
   'c''');
insert into t values (2, 'back\'
   '\'), (3, ';');
