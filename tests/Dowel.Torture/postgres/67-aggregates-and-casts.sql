create function cat(text, text) returns text language sql immutable as $_$ select $1 || ';' || $2 $_$;
create aggregate cat_all (text) (sfunc = cat, stype = text, initcond = ';');
create type wrapped as (v int);
create function wrap(int) returns wrapped language sql immutable as 'select row($1)::wrapped';
create cast (int as wrapped) with function wrap(int);
create table t as select cat_all(x) as a from (values ('a'), ('b')) v(x);
create collation "c;" from "C"; create statistics st (dependencies) on a, (a || ';') from t;
