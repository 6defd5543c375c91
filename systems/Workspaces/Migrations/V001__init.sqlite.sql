create table users (
    id text not null primary key,
    external_id text not null,
    created_at text not null,
    last_seen_at text not null,
    constraint users_external_id_key unique (external_id),
    constraint users_external_id_check check (external_id <> '')
);

create table projects (
    id text not null primary key,
    owner_id text not null,
    name text not null,
    description text,
    created_at text not null,
    updated_at text not null,
    revision integer not null,
    constraint projects_owner_id_name_key unique (owner_id, name),
    constraint projects_owner_id_fkey foreign key (owner_id) references users (id) on delete cascade,
    constraint projects_name_check check (name <> '')
);

create table agent_states (
    id text not null primary key,
    project_id text not null,
    status text not null default 'idle',
    progress text not null,
    updated_at text not null,
    constraint agent_states_project_id_key unique (project_id),
    constraint agent_states_project_id_fkey foreign key (project_id) references projects (id) on delete cascade,
    constraint agent_states_status_check check (status in ('idle', 'running', 'waiting', 'failed')),
    constraint agent_states_progress_check check (json_valid(progress))
);

create table project_files (
    id text not null primary key,
    project_id text not null,
    path text not null,
    content text not null,
    created_at text not null,
    updated_at text not null,
    constraint project_files_project_id_path_key unique (project_id, path),
    constraint project_files_project_id_fkey foreign key (project_id) references projects (id) on delete cascade,
    constraint project_files_path_check check (path <> '')
);

create table sessions (
    token_hash text not null primary key,
    user_id text not null,
    expires_at text not null,
    created_at text not null,
    constraint sessions_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

create index sessions_expires_at_idx on sessions (expires_at);
create index sessions_user_id_idx on sessions (user_id);
