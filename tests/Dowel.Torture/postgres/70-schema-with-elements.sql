create schema app
  create table t (id int primary key, v text default ';')
  create view v as select id, v || ';' as w from t
  create index t_v on t (v);
insert into app.t values (1, 'x;');
create table if not exists app.u (like app.t including all);
