create table t (id int, v text);
insert into t values (1, $$it's; here$$), (2, $a$ $b$; $b$ $$;$$ $A$; $a$), (3, $_x1$;$_x1$), (4, $$$$), (5, $a$$a$), (6, $q$a$q;$ $q$);
insert into t values (7, $x$ /* not a comment; -- $x$), (8, $x$\$x$);
