-- +goose Up
create table notes (
    id integer primary key,
    body text not null
);

-- +goose Down
drop table notes;
