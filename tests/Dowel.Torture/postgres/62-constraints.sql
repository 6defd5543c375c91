create table p (id int primary key, "begin" int check ("begin" > 0), s text check (s <> ';'));
create table c (id int, p int references p deferrable initially deferred, exclude using btree (id with =));
begin; set constraints all deferred; insert into c values (1, 1); insert into p values (1, 1, ')'); commit;
alter table c add constraint not_yet check (id < 100) not valid; alter table c validate constraint not_yet;
create domain short as text check (length(value) < 5 and value !~ ';') default ')(';
create table d (s short);
