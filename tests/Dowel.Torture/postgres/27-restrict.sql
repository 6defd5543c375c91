\restrict k3yW1thNoMeaning
set client_encoding = 'UTF8';
create table t (a int);
insert into t values (1);
\unrestrict k3yW1thNoMeaning
