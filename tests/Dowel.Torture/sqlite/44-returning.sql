create table t (id integer primary key, a text);
insert into t (a) values ('x;'), ('y') returning id, a || ';';
update t set a = a || '!' returning *;
delete from t where id = 1 returning a;
