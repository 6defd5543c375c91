/* a /* b */ create table first (a);
/*/ still open */ create table second (a);
/**/create table third (a);/***/
/* * / */ create table fourth (a); /* -- */ insert into fourth values (1);
-- /* 
insert into fourth values (2);
-- */
