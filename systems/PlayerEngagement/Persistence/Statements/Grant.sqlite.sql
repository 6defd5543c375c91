insert into xp_awards (
    user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at)
select
    u.user_id,
    json_extract(@grant, '$.reward_day_id'),
    json_extract(@grant, '$.xp'),
    json_extract(@grant, '$.streak_day'),
    json_extract(@grant, '$.policy_key'),
    json_extract(@grant, '$.policy_version'),
    json_extract(@grant, '$.correlation_id'),
    json_extract(@grant, '$.model_state'),
    json_extract(@grant, '$.now')
from xp_users u
left join xp_streaks s on s.user_id = u.user_id
where u.user_id = json_extract(@grant, '$.user_id')
    and u.reward_tz = json_extract(@grant, '$.reward_tz')
    and u.pending_tz is json_extract(@grant, '$.pending_tz')
    and u.pending_tz_from is json_extract(@grant, '$.pending_tz_from')
    and s.last_reward_day_id is json_extract(@grant, '$.last_reward_day_id')
    and not exists (select 1 from xp_ledger where correlation_id = json_extract(@grant, '$.correlation_id'))
returning award_id
