drop table if exists user_tokens;
