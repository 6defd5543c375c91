-- +goose Up
create table tags (
    note_id integer not null references notes,
    tag text not null
);

-- +goose Down
drop table tags;
