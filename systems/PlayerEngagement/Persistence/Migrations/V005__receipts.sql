-------------------------------------------------------------------------------
-- A receipt is of one award, and found by its id.
-------------------------------------------------------------------------------
create unique index xp_awards_receipt_id_uidx on xp_awards (receipt_id);
