drop table if exists session_tokens;

drop table if exists sessions;
