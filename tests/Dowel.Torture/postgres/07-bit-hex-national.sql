create table t (id int, b bit varying, n text);
insert into t values (1, B'1010', N'one;'), (2, x'1fA', n'it''s\'), (3, X'', N''), (4, b'0', nchar ';');
