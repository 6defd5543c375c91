create table t (a);
insert into t values (zeroblob(10000)), ('kept');
delete from t where length(a) > 100;
vacuum;
vacuum main;
insert into t select page_count < 100 from pragma_page_count;
