-- Who did what to which thing. An event outlives the user who caused it.
create table if not exists audit_events (
    event_id ${identity},
    actor_id bigint references users (user_id) on delete set null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    details ${json} not null default '{}',
    created_at ${timestamp} not null default ${now},
    constraint audit_events_action_chk check (action <> '')
);

-- What happened to one thing, in order.
create index if not exists audit_events_subject_idx
    on audit_events (subject_type, subject_id, event_id);

-- What one user did, in order, and the set null from users.
create index if not exists audit_events_actor_id_idx on audit_events (actor_id, event_id);

-- What happened at some time.
create index if not exists audit_events_created_at_idx on audit_events (created_at);
