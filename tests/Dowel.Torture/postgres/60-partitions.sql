create table t (id int, at date) partition by range (at);
create table t_1 partition of t for values from ('2026-01-01') to ('2026-02-01');
create table "t;2" partition of t for values from ('2026-02-01') to ('2026-03-01');
insert into t values (1, '2026-01-05'), (2, '2026-02-05');
alter table t detach partition "t;2" concurrently;
alter table t add constraint c check (at > '2000-01-01');
