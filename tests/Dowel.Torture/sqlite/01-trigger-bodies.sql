-- Semicolons in bodies, in strings and in comments within them.
create table account (id integer primary key, balance int not null default 0);
create table audit (seq integer primary key, what text not null);
create trigger account_added after insert on account begin
    insert into audit (what) values ('added; ' || new.id);
    insert into audit (what) values ('end;'); -- end;
    /* ; end; */
    update account set balance = balance + 1 where id = new.id;
end;
create trigger if not exists account_changed after update of balance on account for each row when new.balance <> old.balance begin
    insert into audit (what) values ('changed ' || old.balance || ' -> ' || new.balance);
end;
insert into account (id) values (1), (2);
