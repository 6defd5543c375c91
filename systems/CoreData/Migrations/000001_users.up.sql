-- The people and programs that the service knows.
create table if not exists users (
    user_id ${identity},
    email text not null,
    display_name text not null,
    pass_hash text,
    disabled_at ${timestamp},
    created_at ${timestamp} not null default ${now},
    updated_at ${timestamp} not null default ${now},
    constraint users_named_chk check (email <> '' and display_name <> '')
);

-- One account for an address, however it is capitalised.
create unique index if not exists users_email_uidx on users (lower(email));
