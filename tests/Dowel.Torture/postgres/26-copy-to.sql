create table t (a int, b text); insert into t values (1, 'x;');
create table u (like t);
copy t to '/dev/null'; copy (select a, b from t where b = 'x;') to '/dev/null' with (format csv);
insert into u select * from t;
