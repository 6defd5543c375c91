PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE account (id integer primary key autoincrement, name text);
INSERT INTO account VALUES(1,'it''s; fine');
INSERT INTO account VALUES(2,replace('two\nlines','\n',char(10)));
INSERT INTO account VALUES(7,NULL);
CREATE TABLE odd(a,"b;c" REAL,d BLOB);
INSERT INTO odd VALUES(1,0.1000000000000000055,X'00ff3b');
INSERT INTO odd VALUES(-9223372036854775808,1e999,X'');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('account',7);
CREATE VIEW named as select * from account where name is not null
/* named(id,name) */;
CREATE TRIGGER account_ad after delete on account begin
  insert into odd (a) values (old.id);
  insert into odd (a) values (case when old.id > 1 then 1 end);
end;
CREATE INDEX odd_a on odd(a);
COMMIT;
