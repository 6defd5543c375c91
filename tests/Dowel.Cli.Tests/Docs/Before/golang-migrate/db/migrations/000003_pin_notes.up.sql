alter table notes add column pinned_at text;
