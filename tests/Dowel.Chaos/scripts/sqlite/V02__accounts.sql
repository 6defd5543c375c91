create table accounts (id integer primary key, owner text not null, balance int not null);
insert into accounts
with recursive n(n) as (select 1 union all select n + 1 from n where n < 2000)
select n, 'owner ' || n % 97, n from n;
create table notes (id integer primary key, account int not null references accounts (id) on delete cascade, note text);
insert into notes (account, note) select id, 'note; ' || id from accounts where id <= 50;
insert into log (script, what) values (2, 'filled');
