create table t (a); create table log (a);
create/**/trigger/**/t_ai/* begin */after -- insert; end;
insert on t begin
    insert into log values (new.a) /* first ; */ ; -- end ;
    /* last */ END /* really */ -- and
    ; -- done
insert into t values (1); /* behind
*/ insert into t values (2)
