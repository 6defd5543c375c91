-- What a player has unlocked; the key makes granting the same flag twice harmless.
create table user_unlocks (
    user_id bigint not null references accounts (user_id) on delete cascade,
    flag_id text not null,
    unlocked_at bigint not null,
    constraint user_unlocks_pkey primary key (user_id, flag_id),
    constraint user_unlocks_flag_chk check (flag_id <> ''),
    constraint user_unlocks_unlocked_at_chk check (unlocked_at >= 0)
);
