create table größe (naïve text, 数量 int, "emoji 🎺;" text, ÿ$1 int);
insert into größe values ('ö; ''ü', 1, '🎺;🎺', 2);
create view Ωmega as select 数量 as μ from größe; -- ж;
create index индекс on größe (数量);
create table endé (a); create table endÉ2 (é int);
