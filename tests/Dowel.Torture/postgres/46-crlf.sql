create table t (
  a int,
  b text default 'x;'
);
-- comment; here
insert into t values (1, 'two
lines;');

do $$
begin
  insert into t values (2, 'b');
end;
$$;
