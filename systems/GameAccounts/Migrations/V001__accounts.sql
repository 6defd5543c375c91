-- Who may play. Every other table hangs on this one.
-- All times are whole seconds since 1970-01-01 00:00 UTC.
create table accounts (
    user_id ${identity},
    email text not null,
    username text not null,
    pass_hash text not null,
    created_at bigint not null,
    last_login_at bigint,
    constraint accounts_email_key unique (email),
    constraint accounts_username_key unique (username),
    constraint accounts_named_chk check (email <> '' and username <> ''),
    constraint accounts_pass_hash_chk check (pass_hash <> ''),
    constraint accounts_times_chk check (created_at >= 0 and last_login_at >= 0)
);
