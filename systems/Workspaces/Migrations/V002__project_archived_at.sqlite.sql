alter table projects add column archived_at text;
