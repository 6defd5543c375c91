create table accounts (id bigint primary key, owner text not null, balance numeric(12, 2) not null);
insert into accounts select n, 'owner ' || n % 97, n from generate_series(1, 20000) n;
insert into log (script, what) values (2, 'filled');
