create table t (id int, v text);
insert into t values (1, E'it\'s; here');
insert into t values (2, E'\\'), (3, E'\\\''), (4, E'a''\';b');
insert into t values (5, e'it\'s; lower'), (6, e'tab\there;\u00e9\x41\101');
insert into t select 7, e'\';' where 'e' <> E'\';';
