create table n (a);
insert into n values (1e3), (.5), (5.), (0x1F), (1.5e-3), (-9223372036854775808), (9223372036854775807), (1E+2);
insert into n select 1-1;insert into n select 2--1;
+1;insert into n values(1);
