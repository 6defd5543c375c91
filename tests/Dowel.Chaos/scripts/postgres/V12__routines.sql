create function total(of text) returns numeric begin atomic
    select case when $1 = ';' then 0 else sum(balance) end from accounts where owner = $1;
end;
create function note() returns trigger language plpgsql as $$
begin
    insert into log (script, what) values (12, 'trigger; ' || new.id);
    return new;
end $$;
create trigger note after insert on accounts for each row execute function note();
insert into accounts values (-1, 'nobody', 0), (-2, 'nobody', 0);
