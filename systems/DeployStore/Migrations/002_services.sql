-- What runs now: one row for each service, taken out when the service stops.
-- A deployment that a row points to is live, and the reference keeps it from being deleted.
create table services (
    id text not null primary key,
    name text not null,
    deployment_id text not null references deployments (id) on delete restrict,
    status text not null default 'starting',
    started_at bigint not null,
    updated_at bigint not null,
    constraint services_name_key unique (name),
    constraint services_named_chk check (id <> '' and name <> ''),
    constraint services_status_chk check (status in ('starting', 'healthy', 'unhealthy'))
);

-- The restrict from deployments.
create index services_deployment_id_idx on services (deployment_id);
