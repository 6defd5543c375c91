create table users (
    id uuid not null primary key,
    external_id text collate "C" not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint users_external_id_key unique (external_id),
    constraint users_external_id_check check (external_id <> '')
);

create table projects (
    id uuid not null primary key,
    owner_id uuid not null,
    name text collate "C" not null,
    description text collate "C",
    created_at timestamptz not null,
    updated_at timestamptz not null,
    revision integer not null,
    constraint projects_owner_id_name_key unique (owner_id, name),
    constraint projects_owner_id_fkey foreign key (owner_id) references users (id) on delete cascade,
    constraint projects_name_check check (name <> '')
);

create table agent_states (
    id uuid not null primary key,
    project_id uuid not null,
    status text collate "C" not null default 'idle',
    progress jsonb not null,
    updated_at timestamptz not null,
    constraint agent_states_project_id_key unique (project_id),
    constraint agent_states_project_id_fkey foreign key (project_id) references projects (id) on delete cascade,
    constraint agent_states_status_check check (status in ('idle', 'running', 'waiting', 'failed'))
);

create table project_files (
    id uuid not null primary key,
    project_id uuid not null,
    path text collate "C" not null,
    content text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint project_files_project_id_path_key unique (project_id, path),
    constraint project_files_project_id_fkey foreign key (project_id) references projects (id) on delete cascade,
    constraint project_files_path_check check (path <> '')
);

create table sessions (
    token_hash text collate "C" not null primary key,
    user_id uuid not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    constraint sessions_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

create index sessions_expires_at_idx on sessions (expires_at);
create index sessions_user_id_idx on sessions (user_id);
alter table agent_states enable row level security;
alter table agent_states force row level security;
alter table project_files enable row level security;
alter table project_files force row level security;
alter table projects enable row level security;
alter table projects force row level security;

create policy agent_states_owner on agent_states
    using (exists (select 1 from projects where projects.id = agent_states.project_id
        and projects.owner_id = (select nullif(current_setting('dowel.owner', true), '')::uuid)));

create policy project_files_owner on project_files
    using (exists (select 1 from projects where projects.id = project_files.project_id
        and projects.owner_id = (select nullif(current_setting('dowel.owner', true), '')::uuid)));

create policy projects_owner on projects
    using (owner_id = (select nullif(current_setting('dowel.owner', true), '')::uuid));
