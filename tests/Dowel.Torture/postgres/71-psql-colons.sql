create table t (a int[], b text);
insert into t values ('{1,2,3}', 'a:b :c :''d''');
create view v as select a[1:2] as x, a[1 : 2] as y, b::text as z, 'x' || b::varchar(3) as w from t;
