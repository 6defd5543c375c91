create table ddl (tag text);
create function note_ddl() returns event_trigger language plpgsql as $$
begin
  insert into public.ddl values (tg_tag || ';');
end;
$$;
create event trigger note_ddl on ddl_command_end when tag in ('CREATE VIEW', 'CREATE SEQUENCE') execute function note_ddl();
create view v as select 1 as a; create sequence s;
drop event trigger note_ddl;
