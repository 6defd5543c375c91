-- Addresses that their users have shown to read.
create table if not exists email_verifications (
    user_id bigint not null references users (user_id) on delete cascade,
    email text not null,
    verified_at ${timestamp} not null default ${now},
    constraint email_verifications_pkey primary key (user_id, email)
);
