-- Logins that are still good. The server clears away what has expired.
create table sessions (
    token text not null primary key,
    user_id bigint not null references accounts (user_id) on delete cascade,
    expires_at bigint not null,
    created_at bigint not null,
    constraint sessions_token_chk check (token <> ''),
    constraint sessions_lifetime_chk check (created_at >= 0 and expires_at > created_at)
);

-- A player's logins, and the cascade from accounts.
create index sessions_user_id_idx on sessions (user_id);

-- Clearing away.
create index sessions_expires_at_idx on sessions (expires_at);
