create table t (a int); insert into t values (1), (2), (3);
declare c cursor with hold for select a from t where ';' = ';' order by a;
create table u (a int);
move 2 in c; close c;
insert into u values (1);
