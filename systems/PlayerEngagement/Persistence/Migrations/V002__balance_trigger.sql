-------------------------------------------------------------------------------
-- The balance follows the ledger.
-------------------------------------------------------------------------------
set local search_path to ${schema}, public;

-- A season that the user's ledger has not had yet begins the seasonal total anew. What comes late for an earlier
-- season counts for the other totals alone, and so does what belongs to none.
create or replace function ${schema}.xp_ledger_to_balance() returns trigger as $$
declare
    credit constant bigint := greatest(new.amount, 0);
begin
    insert into ${schema}.xp_balance (user_id) values (new.user_id) on conflict (user_id) do nothing;

    update ${schema}.xp_balance b set
        current_balance = b.current_balance + new.amount,
        lifetime_xp = b.lifetime_xp + credit,
        seasonal_xp = case
            when new.season_id is null then b.seasonal_xp
            when new.season_id = b.season_id then b.seasonal_xp + credit
            when exists (
                select 1 from ${schema}.xp_ledger l
                where l.user_id = new.user_id and l.season_id = new.season_id and l.ledger_id < new.ledger_id) then b.seasonal_xp
            else credit end,
        season_id = case
            when new.season_id is null then b.season_id
            when exists (
                select 1 from ${schema}.xp_ledger l
                where l.user_id = new.user_id and l.season_id = new.season_id and l.ledger_id < new.ledger_id) then b.season_id
            else new.season_id end,
        updated_at = new.created_at
    where b.user_id = new.user_id;

    return null;
end;
$$ language plpgsql;

comment on function ${schema}.xp_ledger_to_balance() is 'Adds a row of the ledger to its user''s totals.';

create trigger xp_ledger_balance_trg after insert on ${schema}.xp_ledger
    for each row execute function ${schema}.xp_ledger_to_balance();
