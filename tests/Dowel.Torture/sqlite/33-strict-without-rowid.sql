create table s (id int primary key, a text not null, b any) strict, without rowid;
insert into s values (1, 'x', 1.5), (2, 'y', x'00'), (3, 'z', null);
create table w (k text primary key collate nocase, v real) without rowid;
insert or ignore into w values ('A', 1), ('a', 2);
