create table t (a int /* inside; */, b int) /* dropped; */ ;
create view v as select a from t /* kept; */;
create index i on t (b) /* kept too */;
create view w as select b from t -- kept to the end of the line;
;
create view x as select 'last' as a from t -- kept, without semicolon