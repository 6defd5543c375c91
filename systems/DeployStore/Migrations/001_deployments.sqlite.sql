-- What was deployed, by whom, when, and how it went.
create table deployments (
    id text not null primary key,
    name text not null,
    config text not null,
    status text not null default 'pending',
    failure text,
    created_by text not null references users (id) on delete restrict,
    created_at bigint not null,
    started_at bigint,
    finished_at bigint,
    constraint deployments_named_chk check (id <> '' and name <> ''),
    constraint deployments_config_chk check (json_valid(config) and json_type(config) = 'object'),
    constraint deployments_status_chk
        check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    constraint deployments_failure_chk check (failure is null or status = 'failed')
);

-- Pages, newest first; the id breaks ties.
create index deployments_created_at_idx on deployments (created_at, id);

-- The history of one service.
create index deployments_name_idx on deployments (name, created_at);

-- Work that waits or runs.
create index deployments_status_idx on deployments (status, created_at);

-- The restrict from users.
create index deployments_created_by_idx on deployments (created_by);
