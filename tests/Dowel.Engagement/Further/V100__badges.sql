create table xp_badges (badge_id ${identity}, user_id bigint not null references xp_users (user_id) on delete cascade);
