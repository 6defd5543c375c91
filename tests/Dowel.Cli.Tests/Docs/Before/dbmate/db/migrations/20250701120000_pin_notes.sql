-- migrate:up
alter table notes add column pinned_at text;

-- migrate:down
alter table notes drop column pinned_at;
