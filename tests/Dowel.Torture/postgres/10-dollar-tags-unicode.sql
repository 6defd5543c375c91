create table t (id int, v text);
insert into t values (1, $größe$ein; $groesse$ zwei;$größe$), (2, $日本語$値;$日本$;$日本語$), (3, $é$';$é$);
do $ключ$ begin insert into t values (4, 'из блока; '); end; $ключ$;
