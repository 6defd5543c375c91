-------------------------------------------------------------------------------
-- Changes of a user's zone: the one that is to come, and all that were.
-------------------------------------------------------------------------------
alter table xp_users add column pending_tz text null;

alter table xp_users add column pending_tz_from text null
    constraint xp_users_pending_tz_chk check ((pending_tz is null) = (pending_tz_from is null));

-------------------------------------------------------------------------------
create table xp_zone_history (
    history_id integer primary key autoincrement,
    user_id bigint not null references xp_users (user_id) on delete cascade,
    event text not null,
    from_tz text not null,
    to_tz text not null,
    effective_at text not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    constraint xp_zone_history_event_chk check (event in ('requested', 'cancelled', 'applied'))
);

create index xp_zone_history_user_idx on xp_zone_history (user_id, history_id);

create trigger xp_zone_history_no_update_trg before update on xp_zone_history
begin
    select raise(abort, 'xp_zone_history is append-only: rows are added, and go with their user alone');
end;

create trigger xp_zone_history_no_delete_trg before delete on xp_zone_history
when exists (select 1 from xp_users where user_id = old.user_id)
begin
    select raise(abort, 'xp_zone_history is append-only: rows are added, and go with their user alone');
end;

create trigger xp_zone_history_no_replace_trg before insert on xp_zone_history
when exists (select 1 from xp_zone_history where history_id = new.history_id)
begin
    select raise(abort, 'xp_zone_history is append-only: the id is taken');
end;
