-- What one login opened, to be closed as a whole.
create table if not exists sessions (
    session_id ${identity},
    user_id bigint not null references users (user_id) on delete cascade,
    created_at ${timestamp} not null default ${now},
    revoked_at ${timestamp}
);

-- A user's logins, and the cascade from users.
create index if not exists sessions_user_id_idx on sessions (user_id);

-- The tokens that belong to a login. Those sent by message belong to none.
create table if not exists session_tokens (
    token_id bigint not null primary key references user_tokens (token_id) on delete cascade,
    session_id bigint not null references sessions (session_id) on delete cascade
);

-- A login's tokens, and the cascade from sessions.
create index if not exists session_tokens_session_id_idx on session_tokens (session_id);
