create table t (id int, name text, note text);
copy t from stdin with (format csv, header true);
id,name,note
1,"quoted; ""name""",plain
2,"two
lines; here",'single
3,,""
\.
copy t from stdin with (format csv, delimiter ';', quote '''', null 'nil');
4;'a;b';nil
5;'it''s';x
\.
COPY t FROM STDIN CSV QUOTE '"' FORCE NOT NULL note;
6,x,
\.
