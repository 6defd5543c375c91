--- pair triggers of every time and event outlive their table
--- before
create table t (id integer primary key, v text);
create table log (line text);
create trigger bi before insert on t when new.v = 'bad' begin
  select raise(ignore);
end;
create trigger ai after insert on t begin
  insert into log values ('ai ' || new.rowid);
end;
create trigger bu before update on t when old.v is not new.v begin
  insert into log values ('bu ' || old.v);
end;
create trigger au after update of v, id on t for each row begin
  insert into log select 'au' where new.v is not null;
end;
create trigger bd before delete on t begin
  select case when old.id = 1 then raise(abort, 'not this one') end as one;
end;
create trigger ad after delete on t begin
  insert into log values ('ad');
  delete from log where line = 'ai' and rowid < (select max(rowid) from log);
end;
--- after
create table t (id integer primary key, v text not null);
create table log (line text);
create trigger bi before insert on t when new.v = 'bad' begin
  select raise(ignore);
end;
create trigger ai after insert on t begin
  insert into log values ('ai ' || new.rowid);
end;
create trigger bu before update on t when old.v is not new.v begin
  insert into log values ('bu ' || old.v);
end;
create trigger au after update of v, id on t for each row begin
  insert into log select 'au' where new.v is not null;
end;
create trigger bd before delete on t begin
  select case when old.id = 1 then raise(abort, 'not this one') end as one;
end;
create trigger ad after delete on t begin
  insert into log values ('ad');
  delete from log where line = 'ai' and rowid < (select max(rowid) from log);
end;
--- rows
insert into t values (1, 'a'), (2, 'b'), (3, 'bad');
--- back rows
insert into t values (1, 'a'), (2, 'b');

--- pair a trigger of one name moves to another table
--- before
create table a (id integer primary key, v text);
create table b (id integer primary key, v text);
create trigger watch after insert on a begin
  update a set v = 'x' where id = new.id;
end;
--- after
create table a (id integer primary key, v text);
create table b (id integer primary key, v text);
create trigger watch after insert on b begin
  update a set v = 'x' where id = new.id;
end;
--- rows
insert into a values (1, 'v');
insert into b values (1, 'v');
--- back rows
insert into a values (1, 'v');

--- pair a trigger listens to something else
--- before
create table t (id integer primary key, a text, b text);
create trigger one after update of a on t begin
  select 1;
end;
create trigger two before insert on t when new.a is null begin
  select 1;
end;
create trigger three after delete on t begin
  select 1;
end;
--- after
create table t (id integer primary key, a text, b text);
create trigger one after update of b on t begin
  select 1;
end;
create trigger two before insert on t when new.a is null or new.b is null begin
  select 1;
end;
create trigger three before delete on t begin
  select 1;
end;
--- rows
insert into t values (1, 'a', 'b');
--- back rows
insert into t values (1, 'a', 'b');

--- pair triggers elsewhere name the table in every place a table can stand
--- before
create table t (id integer primary key, v text);
create table u (id integer primary key, v text);
create trigger one after insert on u begin
  insert into t (v) values (new.v);
  insert into u (v) select x.v from t as x where x.id = new.id;
end;
create trigger two after delete on u when exists (select * from t where id = old.id) begin
  delete from t where id = old.id and v in (select v from u);
end;
create trigger three after update on u begin
  update t set v = u.v from u where u.id = t.id;
  update u set v = (with q as (select v from t limit 1) select v from q) where id = -1;
end;
create trigger four before insert on u begin
  insert into t (id, v) values (new.id, new.v) on conflict (id) do update set v = excluded.v where t.v <> excluded.v;
end;
--- after
create table t (id integer primary key, v text, w int unique);
create table u (id integer primary key, v text);
create trigger one after insert on u begin
  insert into t (v) values (new.v);
  insert into u (v) select x.v from t as x where x.id = new.id;
end;
create trigger two after delete on u when exists (select * from t where id = old.id) begin
  delete from t where id = old.id and v in (select v from u);
end;
create trigger three after update on u begin
  update t set v = u.v from u where u.id = t.id;
  update u set v = (with q as (select v from t limit 1) select v from q) where id = -1;
end;
create trigger four before insert on u begin
  insert into t (id, v) values (new.id, new.v) on conflict (id) do update set v = excluded.v where t.v <> excluded.v;
end;
--- rows
insert into t values (10, 'x');
insert into u values (20, 'y');
--- back rows
insert into t values (10, 'x', 1);

--- pair a trigger writes through a view to a table that is made anew
--- before
create table t (id integer primary key, v text);
create table u (id integer primary key);
create view w as select id, v from t;
create trigger w_i instead of insert on w begin
  insert into t values (new.id, new.v);
end;
create trigger u_i after insert on u begin
  insert into w values (new.id, 'from u');
end;
--- after
create table t (id integer primary key, v text check (v <> ''));
create table u (id integer primary key);
create view w as select id, v from t;
create trigger w_i instead of insert on w begin
  insert into t values (new.id, new.v);
end;
create trigger u_i after insert on u begin
  insert into w values (new.id, 'from u');
end;
--- rows
insert into u values (1);
--- back rows
insert into u values (1);

--- pair a trigger goes that would not let rows be copied
--- before
create table t (id integer primary key, v text);
create trigger frozen before insert on t begin
  select raise(abort, 'no more rows');
end;
--- after
create table t (id integer primary key, v text not null, w text);
create trigger still_frozen before delete on t begin
  select raise(abort, 'no fewer rows');
end;
--- back rows
insert into t values (1, 'v', 'w');

--- pair a trigger sets off itself
--- before
create table t (id integer primary key, n int);
create trigger down after insert on t when new.n > 0 begin
  insert into t (n) values (new.n - 1);
end;
--- after
create table t (id integer primary key autoincrement, n int default 0);
create trigger down after insert on t when new.n > 0 begin
  insert into t (n) values (new.n - 1);
end;
--- rows
insert into t (n) values (3);
--- back rows
insert into t (n) values (2);

--- pair a trigger of a table that gets another name
--- before
create table t (id integer primary key, v text);
create table log (t_id int references t (id), line text);
create trigger t_u after update of v on t when new.v <> old.v begin
  insert into log values (new.id, 't was ' || old.v);
  update t set v = lower(new.v) where t.id = new.id and v <> lower(new.v);
end;
--- after
create table things (id integer primary key, v text not null);
create table log (t_id int references things (id), line text);
create trigger t_u after update of v on things when new.v <> old.v begin
  insert into log values (new.id, 't was ' || old.v);
  update things set v = lower(new.v) where things.id = new.id and v <> lower(new.v);
end;
--- renamed t -> things
--- rows
insert into t values (1, 'A');
insert into log values (1, 'x');
--- back rows
insert into things values (1, 'A');
insert into log values (1, 'x');

--- pair a trigger comes and its table is made anew for it
--- before
create table t (id integer primary key, v text);
--- after
create table t (id integer primary key, v text, changed int not null default (0 + 1));
create trigger t_c after update of v on t begin
  update t set changed = changed + 1 where id = new.id;
end;
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a', 4);

--- pair triggers of a view whose table is renamed
--- before
create table t (id integer primary key, v text);
create view w as select id, v from t;
create trigger w_u instead of update on w begin
  update t set v = new.v where id = old.id;
end;
--- after
create table things (id integer primary key, v text);
create view w as select id, v from things;
create trigger w_u instead of update on w begin
  update things set v = new.v where id = old.id;
end;
--- renamed t -> things
--- rows
insert into t values (1, 'A');
--- back rows
insert into things values (1, 'A');
