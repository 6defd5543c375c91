-- How far a player has come. What a level costs is the game's business.
create table progression (
    user_id bigint not null primary key references accounts (user_id) on delete cascade,
    level integer not null default 1,
    xp bigint not null default 0,
    constraint progression_level_chk check (level >= 1),
    constraint progression_xp_chk check (xp >= 0)
);
