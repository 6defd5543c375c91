create table begin_end (begin int, "end" int, "case" int, atomic text);
insert into begin_end (begin, "end", "case", atomic) values (1, 2, case when true then 3 end, 'x;');
create view v as select begin, begin_end.end as end, case begin when 1 then 'one;' end as "case" from begin_end;
create function begin(begin int) returns int language sql as $$ select begin.begin + 1; $$;
insert into begin_end (begin) values (begin(4));
create domain atomic as int; create table u (begin atomic); insert into u values (5);
