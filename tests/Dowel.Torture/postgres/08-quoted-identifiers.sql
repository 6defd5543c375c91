create schema "my;schema";
create table "my;schema"."ta""ble;" ("a;b" int, "it's" text default ';', "$$" text, "--" int, "/*" int, "\" text, "select" int);
insert into "my;schema"."ta""ble;" values (1, 'x', '$$', 2, 3, '\', 4);
create view "my;schema"."v;" as select "a;b" as "c;", "it's" from "my;schema"."ta""ble;";
