create table t (id int, v text);
insert into t values (1, U&'d\0061t\+000061; \\'), (2, u&'d!0061;''' uescape '!'), (3, U&'\005C');
create table U&"d\0061t;a" (U&"c!0061""" uescape '!' int);
comment on table U&"d\0061t;a" is U&'it''s \00e9;';
