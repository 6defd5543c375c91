-------------------------------------------------------------------------------
-- The balance follows the ledger.
-------------------------------------------------------------------------------
-- A season that the user's ledger has not had yet begins the seasonal total anew. What comes late for an earlier
-- season counts for the other totals alone, and so does what belongs to none.
create trigger xp_ledger_balance_trg after insert on xp_ledger
begin
    insert into xp_balance (user_id)
    select new.user_id where not exists (select 1 from xp_balance where user_id = new.user_id);

    update xp_balance set
        current_balance = current_balance + new.amount,
        lifetime_xp = lifetime_xp + max(new.amount, 0),
        seasonal_xp = case
            when new.season_id is null then seasonal_xp
            when new.season_id = season_id then seasonal_xp + max(new.amount, 0)
            when exists (
                select 1 from xp_ledger l
                where l.user_id = new.user_id and l.season_id = new.season_id and l.ledger_id < new.ledger_id) then seasonal_xp
            else max(new.amount, 0) end,
        season_id = case
            when new.season_id is null then season_id
            when exists (
                select 1 from xp_ledger l
                where l.user_id = new.user_id and l.season_id = new.season_id and l.ledger_id < new.ledger_id) then season_id
            else new.season_id end,
        updated_at = new.created_at
    where user_id = new.user_id;
end;
