create table t (id int, v text); create table log (id int, what text);
create rule t_ins as on insert to t do also (insert into log values (new.id, 'ins;'); insert into log values (new.id, 'again)'));
create rule t_del as on delete to t do instead (update t set v = 'deleted;' where id = old.id; insert into log values (old.id, 'del'););
create rule t_upd as on update to t where old.v = ';(' do also insert into log values (new.id, 'upd;');
insert into t values (1, 'a'); delete from t;
