-- migrate:up
insert into notes (body) values ('first');

-- migrate:down
delete from notes;
