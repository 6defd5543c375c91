create table accounts (
    user_id integer primary key autoincrement, email text not null unique, name text not null, note text, level integer not null default 1,
    created_at bigint not null, login_at bigint, is_open boolean not null default true);
create table orders (
    id bigint not null primary key, user_id bigint not null references accounts, amount bigint not null, memo text, weight double precision not null default 1,
    placed_on date not null, doc text not null default '{}');
create table flags (user_id bigint not null, flag text not null, seen bigint not null, primary key (user_id, flag));
create view open_accounts as select user_id, email, note from accounts where is_open;
