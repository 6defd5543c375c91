create table t (id int primary key, v text);
with x as (insert into t values (1, 'a;') returning *), y as (select id + 1, v || ')' from x) insert into t select * from y;
insert into t values (1, 'b') on conflict (id) do update set v = excluded.v || ';' where t.v <> ')';
merge into t using (values (2, 'm;'), (3, 'n')) s (id, v) on t.id = s.id when matched then update set v = s.v when not matched then insert values (s.id, s.v);
