create table t (a text);
-- comment;
create trigger t_ai after insert on t
begin
  update t set a = a || '
;' where rowid = new.rowid;
end;
insert into t values ('x');

;
