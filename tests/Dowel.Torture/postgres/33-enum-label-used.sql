create table marker (a int);
do $$ begin execute 'create type mood as enum (''ok'', ''bad'')'; end $$;
create table t (m mood);
alter type mood add value 'it''s fine' before 'ok';
alter type public.mood add value if not exists 'best' after 'it''s fine';
insert into t values ('it''s fine'), ('best'), ('ok');
alter table t alter m set default 'best';
