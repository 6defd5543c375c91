-- What a user may be. The name is the key, so that a row says what it means.
create table if not exists roles (
    name text not null primary key,
    description text not null,
    constraint roles_name_chk check (name <> '')
);

-- Who is what.
create table if not exists user_roles (
    user_id bigint not null references users (user_id) on delete cascade,
    role text not null references roles (name) on update cascade on delete restrict,
    granted_at ${timestamp} not null default ${now},
    constraint user_roles_pkey primary key (user_id, role)
);

-- Everyone with a role, and the restrict from roles.
create index if not exists user_roles_role_idx on user_roles (role);

-- A description that somebody has reworded stays as it is.
insert into roles (name, description) values
    ('admin', 'May do everything, and gives roles to others'),
    ('editor', 'May read and change content'),
    ('viewer', 'May read content')
on conflict (name) do nothing;
