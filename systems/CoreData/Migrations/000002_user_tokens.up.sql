-- Secrets handed out to users. Only a hash is kept, so that a stolen table opens no door.
create table if not exists user_tokens (
    token_id ${identity},
    user_id bigint not null references users (user_id) on delete cascade,
    token_hash text not null,
    purpose text not null,
    expires_at ${timestamp} not null,
    used_at ${timestamp},
    created_at ${timestamp} not null default ${now},
    constraint user_tokens_token_hash_key unique (token_hash),
    constraint user_tokens_token_hash_chk check (token_hash <> ''),
    constraint user_tokens_purpose_chk
        check (purpose in ('access', 'refresh', 'email_verification', 'password_reset'))
);

-- A user's tokens of one kind, and the cascade from users.
create index if not exists user_tokens_user_id_idx on user_tokens (user_id, purpose);

-- Clearing away what has expired.
create index if not exists user_tokens_expires_at_idx on user_tokens (expires_at);
