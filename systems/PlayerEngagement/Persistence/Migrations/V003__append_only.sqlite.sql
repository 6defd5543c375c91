-------------------------------------------------------------------------------
-- What has been entered stays as it is: the ledger, the awards, the definitions of policies.
-------------------------------------------------------------------------------
-- Rows of a user go when the user does: the cascade finds the user's own row gone already.
--
-- Triggers for deletes do not see the rows that 'insert or replace' puts aside, unless recursive triggers are on.
-- So a row whose keys are taken is refused before it is inserted. Statements of the service therefore say
-- 'where not exists' rather than 'on conflict'.
create trigger xp_ledger_no_update_trg before update on xp_ledger
begin
    select raise(abort, 'xp_ledger is append-only: rows are added, and go with their user alone');
end;

create trigger xp_ledger_no_delete_trg before delete on xp_ledger
when exists (select 1 from xp_users where user_id = old.user_id)
begin
    select raise(abort, 'xp_ledger is append-only: rows are added, and go with their user alone');
end;

create trigger xp_ledger_no_replace_trg before insert on xp_ledger
when exists (select 1 from xp_ledger where ledger_id = new.ledger_id or correlation_id = new.correlation_id)
begin
    select raise(abort, 'xp_ledger is append-only: the id or the correlation id is taken');
end;

-------------------------------------------------------------------------------
create trigger xp_awards_no_update_trg before update on xp_awards
begin
    select raise(abort, 'xp_awards is append-only: rows are added, and go with their user alone');
end;

create trigger xp_awards_no_delete_trg before delete on xp_awards
when exists (select 1 from xp_users where user_id = old.user_id)
begin
    select raise(abort, 'xp_awards is append-only: rows are added, and go with their user alone');
end;

create trigger xp_awards_no_replace_trg before insert on xp_awards
when exists (
    select 1 from xp_awards
    where award_id = new.award_id or (user_id = new.user_id and reward_day_id = new.reward_day_id) or receipt_id = new.receipt_id)
begin
    select raise(abort, 'xp_awards is append-only: the id, the day or the receipt is taken');
end;

-------------------------------------------------------------------------------
-- A user who is replaced would be deleted, and take the ledger along.
create trigger xp_users_no_replace_trg before insert on xp_users
when exists (select 1 from xp_users where user_id = new.user_id or external_user_id = new.external_user_id)
begin
    select raise(abort, 'xp_users: the id or the external id is taken');
end;

create trigger xp_users_no_takeover_trg before update of user_id, external_user_id on xp_users
when exists (
    select 1 from xp_users
    where user_id <> old.user_id and (user_id = new.user_id or external_user_id = new.external_user_id))
begin
    select raise(abort, 'xp_users: the id or the external id is taken');
end;

-------------------------------------------------------------------------------
-- Of a version only whether it is active changes; one that could be deleted could come back with another definition.
create trigger xp_rules_immutable_trg before update on xp_rules
when not (
    new.policy_key is old.policy_key and new.version is old.version and new.definition is old.definition
    and new.created_by is old.created_by and new.created_at is old.created_at)
begin
    select raise(abort, 'a version of a policy never changes: publish another one');
end;

create trigger xp_rules_no_delete_trg before delete on xp_rules
begin
    select raise(abort, 'a version of a policy never changes: publish another one');
end;

create trigger xp_rules_no_replace_trg before insert on xp_rules
when exists (
    select 1 from xp_rules
    where policy_key = new.policy_key and (version = new.version or (is_active and new.is_active)))
begin
    select raise(abort, 'xp_rules: there is this version, or an active one');
end;

create trigger xp_rules_no_takeover_trg before update of is_active on xp_rules
when new.is_active and exists (
    select 1 from xp_rules
    where policy_key = new.policy_key and version <> new.version and is_active)
begin
    select raise(abort, 'xp_rules: another version is active');
end;
