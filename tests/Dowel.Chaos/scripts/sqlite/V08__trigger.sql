create trigger note after insert on accounts
begin
    insert into log (script, what) values (8, case when new.id < 0 then 'trigger; ' || new.id else 'end;' end);
end;
insert into accounts (id, owner, balance) values (-1, 'nobody', 0), (-2, 'nobody', 0);
