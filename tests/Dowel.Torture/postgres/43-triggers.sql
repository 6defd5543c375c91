create table t (id int, changed int default 0); create table log (id int, op text);
create function note() returns trigger language plpgsql as $f$
begin
  insert into log values (coalesce(new.id, old.id), tg_op || ';');
  return coalesce(new, old);
end $f$;
create trigger t_note after insert or update or delete on t for each row execute function note();
create constraint trigger t_late after insert on t deferrable initially deferred for each row when (new.id > 1) execute procedure note();
create trigger t_when before update on t for each row when (old.changed is distinct from new.changed and ';' <> '''') execute function note('a;', 'b');
insert into t values (1), (2); update t set changed = 1; delete from t where id = 1;
