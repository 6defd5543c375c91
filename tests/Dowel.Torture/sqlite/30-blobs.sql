create table t (a blob);
insert into t values (x''), (X'3B3b'), (x'00FF27'), (x'27'), (zeroblob(3));
create table u (x text, X2 text); insert into u (x) values (x'41'), ('x'';');
