with want as materialized (
    select * from jsonb_to_record(@grant) as want (
        user_id bigint,
        reward_tz text,
        pending_tz text,
        pending_tz_from timestamptz,
        last_reward_day_id text,
        pending_applied_at timestamptz,
        current_streak integer,
        longest_streak integer,
        grace_used integer,
        model_state jsonb,
        reward_day_id text,
        xp bigint,
        streak_day integer,
        policy_key text,
        policy_version integer,
        season_id text,
        correlation_id uuid,
        metadata jsonb,
        now timestamptz)
), held as (
    select u.user_id from xp_users u join want on want.user_id = u.user_id
    where u.reward_tz = want.reward_tz
        and u.pending_tz is not distinct from want.pending_tz
        and u.pending_tz_from is not distinct from want.pending_tz_from
    for no key update of u
), streak as (
    insert into xp_streaks as s (user_id, current_streak, longest_streak, grace_used, last_reward_day_id, model_state, updated_at)
    select held.user_id, want.current_streak, want.longest_streak, want.grace_used, want.reward_day_id, want.model_state, want.now
    from held cross join want
    on conflict (user_id) do update set
        current_streak = excluded.current_streak,
        longest_streak = excluded.longest_streak,
        grace_used = excluded.grace_used,
        last_reward_day_id = excluded.last_reward_day_id,
        model_state = excluded.model_state,
        updated_at = excluded.updated_at
    where s.last_reward_day_id is not distinct from (select want.last_reward_day_id from want)
    returning s.user_id
), moved as (
    update xp_users u set reward_tz = want.pending_tz, pending_tz = null, pending_tz_from = null, updated_at = want.now
    from streak cross join want
    where u.user_id = streak.user_id and want.pending_applied_at is not null
), noted as (
    insert into xp_zone_history (user_id, event, from_tz, to_tz, effective_at, created_at)
    select streak.user_id, 'applied', want.reward_tz, want.pending_tz, want.pending_applied_at, want.now
    from streak cross join want
    where want.pending_applied_at is not null
), entered as (
    insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, metadata, created_at)
    select
        streak.user_id, want.xp, 'DAILY_LOGIN', want.correlation_id, want.policy_key, want.policy_version, want.season_id, want.metadata, want.now
    from streak cross join want
)
insert into xp_awards (
    user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at)
select
    streak.user_id, want.reward_day_id, want.xp, want.streak_day, want.policy_key, want.policy_version, want.correlation_id, want.model_state, want.now
from streak cross join want
returning award_id
