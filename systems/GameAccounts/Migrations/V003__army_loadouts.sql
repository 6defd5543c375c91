-- The army that a player takes to the board: its element, what the army can do, what each kind of
-- piece can do, and the items it carries. Ids are those of the game's content, which is not in this
-- database; null is an empty slot.
create table army_loadouts (
    user_id bigint not null primary key references accounts (user_id) on delete cascade,
    element_id text not null,
    army_ability_1 text,
    army_ability_2 text,
    army_ability_3 text,
    army_ability_4 text,
    ability_pawn text,
    ability_knight text,
    ability_bishop text,
    ability_rook text,
    ability_queen text,
    ability_king text,
    item_1 text,
    item_2 text,
    item_3 text,
    item_4 text,
    updated_at bigint not null,
    constraint army_loadouts_element_chk check (element_id <> ''),
    constraint army_loadouts_updated_at_chk check (updated_at >= 0)
);
