create type mood as enum ('ok');
alter type mood add value 'new;';
create table t (m mood default 'new;');
insert into t values ('new;'), (default);
