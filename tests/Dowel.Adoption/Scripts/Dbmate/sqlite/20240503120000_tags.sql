-- migrate:up transaction:false
create table tags (note_id integer not null, tag text not null);
insert into tags values (1, 'new');

-- migrate:down transaction:false
drop table tags;
