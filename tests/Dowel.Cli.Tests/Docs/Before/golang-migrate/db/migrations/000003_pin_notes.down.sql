alter table notes drop column pinned_at;
