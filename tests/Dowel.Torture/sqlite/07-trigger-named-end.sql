create table "end" (a); create table [begin] (a);
create trigger [end] after insert on "end" when new.a > 0 begin insert into "begin" values (new.a); end;
create trigger "begin; end;" after insert on `begin` begin
  update "end" set a = -a where a = new.a;
end;
insert into "end" values (5);
