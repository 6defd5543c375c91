create table t (id int, v text);
create function one() returns int language sql begin atomic select 1; end;
create function two(a int, b int default 3) returns int begin atomic select 0; select a + b; end;
create procedure put(p int, q text) begin atomic
  insert into t values (p, q); -- first; of two
  insert into t values (p + 1, q || ';'); /* second; */
end;
call put(one(), 'x');
insert into t values (two(2), 'y');
