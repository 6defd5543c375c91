-- migrate:up
create table tags (
    note_id integer not null references notes,
    tag text not null
);

-- migrate:down
drop table tags;
