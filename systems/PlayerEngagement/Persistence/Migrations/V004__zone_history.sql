-------------------------------------------------------------------------------
-- Changes of a user's zone: the one that is to come, and all that were.
-------------------------------------------------------------------------------
set local search_path to ${schema}, public;

alter table ${schema}.xp_users
    add column pending_tz text null,
    add column pending_tz_from timestamptz null,
    add constraint xp_users_pending_tz_chk check ((pending_tz is null) = (pending_tz_from is null));

comment on column ${schema}.xp_users.pending_tz is 'The zone that will count; null where no change is under way.';
comment on column ${schema}.xp_users.pending_tz_from is 'When it counts at the earliest: the end of the reward day in which it was asked for.';

-------------------------------------------------------------------------------
create table ${schema}.xp_zone_history (
    history_id bigint generated always as identity primary key,
    user_id bigint not null references ${schema}.xp_users (user_id) on delete cascade,
    event text not null,
    from_tz text not null,
    to_tz text not null,
    effective_at timestamptz not null,
    created_at timestamptz not null default ${schema}.now_utc(),
    constraint xp_zone_history_event_chk check (event in ('requested', 'cancelled', 'applied'))
);

comment on table ${schema}.xp_zone_history is 'Every change of a zone that was asked for, called off or came about; rows are added and never changed.';
comment on column ${schema}.xp_zone_history.effective_at is 'Applied: since when the zone counts. Else: when it was to count at the earliest.';

create index xp_zone_history_user_idx on ${schema}.xp_zone_history (user_id, history_id);

create trigger xp_zone_history_append_only_trg before update or delete on ${schema}.xp_zone_history
    for each row execute function ${schema}.xp_refuse_change();

create trigger xp_zone_history_truncate_trg before truncate on ${schema}.xp_zone_history
    for each statement execute function ${schema}.xp_refuse_truncate();
