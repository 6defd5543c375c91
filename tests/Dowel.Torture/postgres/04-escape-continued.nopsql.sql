create table t (id int, v text);
insert into t values (1, E'a'
  '\';b');
insert into t values (2, e'x' -- it's a comment; between the parts
  -- and another one
	'\\\';y'
  'z''');
insert into t values (3, 'plain;');
