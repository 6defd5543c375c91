create table t (id int, v text);
insert into t values (1, 'it''s; here'), (2, ''), (3, ''''), (4, ''';'''), (5, 'C:\dir\'), (6, '--no; /* no */'), (7, '$$;$$');
insert into t values (8, 'line one;
line two; -- not a comment
line three');
