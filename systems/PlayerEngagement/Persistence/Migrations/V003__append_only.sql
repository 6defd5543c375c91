-------------------------------------------------------------------------------
-- What has been entered stays as it is: the ledger, the awards, the definitions of policies.
-------------------------------------------------------------------------------
set local search_path to ${schema}, public;

-- Rows of a user go when the user does: the cascade finds the user's own row gone already.
create or replace function ${schema}.xp_refuse_change() returns trigger as $$
begin
    if tg_op = 'DELETE' then
        if not exists (select 1 from ${schema}.xp_users u where u.user_id = old.user_id) then
            return old;
        end if;
    end if;

    raise exception '% is append-only: rows are added, and go with their user alone', tg_table_name;
end;
$$ language plpgsql;

comment on function ${schema}.xp_refuse_change() is 'Refuses every update, and every delete but the cascade from xp_users.';

create or replace function ${schema}.xp_refuse_truncate() returns trigger as $$
begin
    raise exception '% is append-only: it cannot be truncated', tg_table_name;
end;
$$ language plpgsql;

comment on function ${schema}.xp_refuse_truncate() is 'Refuses truncate, which no trigger for rows sees.';

-------------------------------------------------------------------------------
create trigger xp_ledger_append_only_trg before update or delete on ${schema}.xp_ledger
    for each row execute function ${schema}.xp_refuse_change();

create trigger xp_ledger_truncate_trg before truncate on ${schema}.xp_ledger
    for each statement execute function ${schema}.xp_refuse_truncate();

create trigger xp_awards_append_only_trg before update or delete on ${schema}.xp_awards
    for each row execute function ${schema}.xp_refuse_change();

create trigger xp_awards_truncate_trg before truncate on ${schema}.xp_awards
    for each statement execute function ${schema}.xp_refuse_truncate();

-------------------------------------------------------------------------------
-- Of a version only whether it is active changes; one that could be deleted could come back with another definition.
create or replace function ${schema}.xp_refuse_redefinition() returns trigger as $$
begin
    if tg_op = 'UPDATE' then
        if (new.policy_key, new.version, new.definition, new.created_by, new.created_at)
            is not distinct from (old.policy_key, old.version, old.definition, old.created_by, old.created_at) then
            return new;
        end if;
    end if;

    raise exception 'a version of a policy never changes: publish another one';
end;
$$ language plpgsql;

comment on function ${schema}.xp_refuse_redefinition() is 'Lets a version of a policy be activated and retired, and nothing else.';

create trigger xp_rules_immutable_trg before update or delete on ${schema}.xp_rules
    for each row execute function ${schema}.xp_refuse_redefinition();

create trigger xp_rules_truncate_trg before truncate on ${schema}.xp_rules
    for each statement execute function ${schema}.xp_refuse_truncate();
