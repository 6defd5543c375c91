create table t (a int, b text);
prepare ins (int, text) as insert into t values ($1, $2); execute ins (1, 'one;'); execute ins (2, $$two;$$);
prepare sel as select $1::int+$2::int; deallocate sel;
create function add_up(int, int) returns int language sql as 'select $1 + $2;';
create function add_more(int, int) returns int language sql return $1+$2;
deallocate all;
insert into t values (add_up(1, 2), add_more(3, 4)::text);
