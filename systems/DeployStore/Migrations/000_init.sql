-- The people who use the tool, and what each of them may do.
-- All times are whole seconds since 1970-01-01 00:00 UTC; ids are made by the tool.
create table users (
    id text not null primary key,
    email text not null,
    role text not null default 'viewer',
    created_at bigint not null,
    updated_at bigint not null,
    constraint users_email_key unique (email),
    constraint users_named_chk check (id <> '' and email <> ''),
    constraint users_role_chk check (role in ('owner', 'admin', 'developer', 'viewer'))
);
