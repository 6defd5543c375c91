create table t (v text);
create function a() returns void language plpgsql as 'declare x text := ''it''''s;''; begin insert into t values (x); end';
create function b() returns void language plpgsql as E'begin\n  insert into t values (\'b\\\\;\');\nend';
create function c() returns void language sql as
'insert into t values (''c;'');'
  ' insert into t values (''d;'')';
do $$ begin perform a(); perform b(); perform c(); end $$;
