do $$ begin execute 'create type level as enum (''low'')'; end $$;
create table t (l level);
alter type level add value 'high';
create function top() returns level language sql as $body$ select 'high'::level; $body$;
insert into t values (top());
alter type level rename value 'high' to 'highest;';
insert into t values ('highest;');
