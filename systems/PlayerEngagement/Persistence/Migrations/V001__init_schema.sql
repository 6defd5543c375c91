-------------------------------------------------------------------------------
-- Experience points: users, ledger, balance, streaks, policies and awards.
-------------------------------------------------------------------------------
create schema if not exists ${schema};

set local search_path to ${schema}, public;

-- A timestamptz is a moment, whatever the session's time zone; now() needs no conversion.
create or replace function ${schema}.now_utc() returns timestamp with time zone as $$
    select now();
$$ language sql stable;

comment on function ${schema}.now_utc() is 'The moment at which the transaction began; the default of every time column.';

-------------------------------------------------------------------------------
create table ${schema}.xp_users (
    user_id bigint generated always as identity primary key,
    external_user_id text not null,
    reward_tz text not null,
    segment_key text null,
    created_at timestamptz not null default ${schema}.now_utc(),
    updated_at timestamptz not null default ${schema}.now_utc()
);

comment on table ${schema}.xp_users is 'Players, one row for each user of the platform.';
comment on column ${schema}.xp_users.external_user_id is 'The platform''s own id of the user.';
comment on column ${schema}.xp_users.reward_tz is 'The IANA zone in which the user''s reward days begin and end.';
comment on column ${schema}.xp_users.segment_key is 'The segment whose overrides of a policy count for the user; null for none.';

-------------------------------------------------------------------------------
create table ${schema}.xp_ledger (
    ledger_id bigint generated always as identity primary key,
    user_id bigint not null references ${schema}.xp_users (user_id) on delete cascade,
    amount bigint not null,
    reason text not null,
    correlation_id uuid not null,
    policy_key text not null,
    policy_version integer not null,
    season_id text null,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default ${schema}.now_utc(),
    constraint xp_ledger_amount_chk check (amount <> 0)
);

comment on table ${schema}.xp_ledger is 'Every credit and debit, in the order of their ids; rows are added and never changed.';
comment on column ${schema}.xp_ledger.amount is 'Experience points; a debit is negative.';
comment on column ${schema}.xp_ledger.reason is 'DAILY_LOGIN for a claim, else what the caller says.';
comment on column ${schema}.xp_ledger.correlation_id is 'The caller''s id of the request: the same one never makes a second row.';
comment on column ${schema}.xp_ledger.policy_version is 'The version that decided the amount; 0 where none did.';
comment on column ${schema}.xp_ledger.season_id is 'The season that the row counts for; null between seasons.';

-------------------------------------------------------------------------------
create table ${schema}.xp_balance (
    user_id bigint primary key references ${schema}.xp_users (user_id) on delete cascade,
    current_balance bigint not null default 0,
    lifetime_xp bigint not null default 0,
    seasonal_xp bigint not null default 0,
    season_id text null,
    updated_at timestamptz not null default ${schema}.now_utc(),
    constraint xp_balance_totals_chk check (current_balance >= 0 and lifetime_xp >= 0 and seasonal_xp >= 0)
);

comment on table ${schema}.xp_balance is 'The totals of each user''s ledger.';
comment on column ${schema}.xp_balance.current_balance is 'Credits less debits.';
comment on column ${schema}.xp_balance.lifetime_xp is 'Credits alone.';
comment on column ${schema}.xp_balance.seasonal_xp is 'Credits alone, of the season in season_id.';

-------------------------------------------------------------------------------
create table ${schema}.xp_streaks (
    user_id bigint primary key references ${schema}.xp_users (user_id) on delete cascade,
    current_streak integer not null default 0,
    longest_streak integer not null default 0,
    grace_used integer not null default 0,
    last_reward_day_id text null,
    model_state jsonb not null default '{}',
    updated_at timestamptz not null default ${schema}.now_utc(),
    constraint xp_streaks_non_negative_chk check (current_streak >= 0 and longest_streak >= 0 and grace_used >= 0)
);

comment on table ${schema}.xp_streaks is 'How each user''s streak stands after the last award.';
comment on column ${schema}.xp_streaks.last_reward_day_id is 'The day of the last award; null before the first.';
comment on column ${schema}.xp_streaks.model_state is 'What the streak model remembers besides, with the model''s name.';

-------------------------------------------------------------------------------
create table ${schema}.xp_rules (
    policy_key text not null,
    version integer not null,
    is_active boolean not null default false,
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null default ${schema}.now_utc(),
    updated_at timestamptz not null default ${schema}.now_utc(),
    primary key (policy_key, version)
);

comment on table ${schema}.xp_rules is 'Policies and their versions; a version''s definition never changes.';
comment on column ${schema}.xp_rules.definition is 'Base amount, streak curve, grace days and overrides.';

-------------------------------------------------------------------------------
create table ${schema}.xp_awards (
    award_id bigint generated always as identity primary key,
    user_id bigint not null references ${schema}.xp_users (user_id) on delete cascade,
    reward_day_id text not null,
    xp_awarded bigint not null,
    streak_day integer not null,
    policy_key text not null,
    policy_version integer not null,
    receipt_id uuid not null,
    model_state_snapshot jsonb not null default '{}',
    created_at timestamptz not null default ${schema}.now_utc(),
    constraint xp_awards_positive_chk check (xp_awarded > 0 and streak_day >= 0)
);

comment on table ${schema}.xp_awards is 'The reward of each user and day.';
comment on column ${schema}.xp_awards.reward_day_id is 'The local date and the zone that it is of: 2026-11-21@Europe/Berlin.';
comment on column ${schema}.xp_awards.receipt_id is 'The correlation id of the claim, which is also on its row of the ledger.';
comment on column ${schema}.xp_awards.model_state_snapshot is 'The streak model''s state after this award.';

-------------------------------------------------------------------------------
create unique index xp_users_external_user_id_uidx on ${schema}.xp_users (external_user_id);
create index xp_users_reward_tz_idx on ${schema}.xp_users (reward_tz);

create unique index xp_ledger_correlation_id_uidx on ${schema}.xp_ledger (correlation_id);
create index xp_ledger_user_created_at_idx on ${schema}.xp_ledger (user_id, created_at desc);
create index xp_ledger_policy_idx on ${schema}.xp_ledger (policy_key, policy_version);

create index xp_streaks_last_reward_day_idx on ${schema}.xp_streaks (last_reward_day_id);

create unique index xp_rules_active_uidx on ${schema}.xp_rules (policy_key) where is_active;

create unique index xp_awards_user_day_uidx on ${schema}.xp_awards (user_id, reward_day_id);
create index xp_awards_policy_idx on ${schema}.xp_awards (policy_key, policy_version);
create index xp_awards_reward_day_idx on ${schema}.xp_awards (reward_day_id);
