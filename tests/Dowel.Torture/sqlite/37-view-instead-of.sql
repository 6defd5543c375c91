create table a (id integer primary key, v text);
create table b (id int, w text);
create view ab as select a.id, v, w from a join b using (id);
create trigger ab_insert instead of insert on ab begin
    insert into a (id, v) values (new.id, new.v);
    insert into b values (new.id, new.w);
end;
create trigger ab_update instead of update of w on ab begin update b set w = new.w where id = old.id; end;
create trigger ab_delete instead of delete on ab begin delete from a where id = old.id; delete from b where id = old.id; end;
insert into ab values (1, 'x', 'y'), (2, 'p', 'q');
update ab set w = 'z;' where id = 1;
delete from ab where id = 2;
