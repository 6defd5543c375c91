create table t (id int, doc text);
insert into t values (1, '<a b=";">it&apos;s; <!-- ; --></a>'), (2, $xml$<?pi ;?><x y='1;'/>$xml$);
create view v as select t.id, l.n from t cross join lateral (select unnest(string_to_array(t.doc, ';')) as n) l;
