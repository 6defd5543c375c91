create table t (a, b);
insert into t values (:nothing, $a::b(x;y));
insert into t values (@c, ?1), (?, 3);
