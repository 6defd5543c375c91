-------------------------------------------------------------------------------
-- Experience points: users, ledger, balance, streaks, policies and awards.
-- The same tables as in V001__init_schema.sql. SQLite has no schemas, no comments on tables and no type for
-- moments, ids and documents: those are text here.
-------------------------------------------------------------------------------
create table xp_users (
    user_id integer primary key autoincrement,
    external_user_id text not null,
    reward_tz text not null,
    segment_key text null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))
);

-------------------------------------------------------------------------------
create table xp_ledger (
    ledger_id integer primary key autoincrement,
    user_id bigint not null references xp_users (user_id) on delete cascade,
    amount bigint not null,
    reason text not null,
    correlation_id text not null,
    policy_key text not null,
    policy_version integer not null,
    season_id text null,
    metadata text not null default '{}',
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    constraint xp_ledger_amount_chk check (amount <> 0),
    constraint xp_ledger_metadata_chk check (json_valid(metadata))
);

-------------------------------------------------------------------------------
create table xp_balance (
    user_id bigint not null primary key references xp_users (user_id) on delete cascade,
    current_balance bigint not null default 0,
    lifetime_xp bigint not null default 0,
    seasonal_xp bigint not null default 0,
    season_id text null,
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    constraint xp_balance_totals_chk check (current_balance >= 0 and lifetime_xp >= 0 and seasonal_xp >= 0),
    -- A sum that is too large would turn into a fraction without a word.
    constraint xp_balance_whole_chk check (
        typeof(current_balance) = 'integer' and typeof(lifetime_xp) = 'integer' and typeof(seasonal_xp) = 'integer')
);

-------------------------------------------------------------------------------
create table xp_streaks (
    user_id bigint not null primary key references xp_users (user_id) on delete cascade,
    current_streak integer not null default 0,
    longest_streak integer not null default 0,
    grace_used integer not null default 0,
    last_reward_day_id text null,
    model_state text not null default '{}',
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    constraint xp_streaks_non_negative_chk check (current_streak >= 0 and longest_streak >= 0 and grace_used >= 0),
    constraint xp_streaks_model_state_chk check (json_valid(model_state))
);

-------------------------------------------------------------------------------
create table xp_rules (
    policy_key text not null,
    version integer not null,
    is_active boolean not null default false,
    definition text not null,
    created_by text not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    primary key (policy_key, version),
    constraint xp_rules_is_active_chk check (is_active in (0, 1)),
    constraint xp_rules_definition_chk check (json_valid(definition))
);

-------------------------------------------------------------------------------
create table xp_awards (
    award_id integer primary key autoincrement,
    user_id bigint not null references xp_users (user_id) on delete cascade,
    reward_day_id text not null,
    xp_awarded bigint not null,
    streak_day integer not null,
    policy_key text not null,
    policy_version integer not null,
    receipt_id text not null,
    model_state_snapshot text not null default '{}',
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    constraint xp_awards_positive_chk check (xp_awarded > 0 and streak_day >= 0),
    constraint xp_awards_model_state_chk check (json_valid(model_state_snapshot))
);

-------------------------------------------------------------------------------
create unique index xp_users_external_user_id_uidx on xp_users (external_user_id);
create index xp_users_reward_tz_idx on xp_users (reward_tz);

create unique index xp_ledger_correlation_id_uidx on xp_ledger (correlation_id);
create index xp_ledger_user_created_at_idx on xp_ledger (user_id, created_at desc);
create index xp_ledger_policy_idx on xp_ledger (policy_key, policy_version);

create index xp_streaks_last_reward_day_idx on xp_streaks (last_reward_day_id);

create unique index xp_rules_active_uidx on xp_rules (policy_key) where is_active;

create unique index xp_awards_user_day_uidx on xp_awards (user_id, reward_day_id);
create index xp_awards_policy_idx on xp_awards (policy_key, policy_version);
create index xp_awards_reward_day_idx on xp_awards (reward_day_id);
