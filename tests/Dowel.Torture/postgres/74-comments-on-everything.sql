create table t (a int); comment on table t is 'it''s; a "table"'; comment on column t.a is E'line\none; \'two\'';
create function f() returns int language sql as 'select 1;'; comment on function f() is $$dollar; 'quoted'$$;
create index i on t (a); comment on index i is '/* ; */ -- ;'; comment on schema public is null;
