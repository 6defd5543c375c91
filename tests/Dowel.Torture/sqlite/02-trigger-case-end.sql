create table t (id integer primary key, a int, b text);
create trigger t_ai after insert on t begin
    update t set b = case when new.a > 0 then 'more' when new.a < 0 then 'less' else case new.a when 0 then 'none' end end where id = new.id;
    select case when new.a is null then raise(abort, 'a is null; end;') end;
end;
insert into t (a) values (1), (-1), (0);
