/* outer /* inner; */ still outer; drop table nothing; */
create table t (id int /* a /* b /* c; */ */ */ primary key, -- note; with 'quote
                name text /**/ default 'x' /***/);
insert into t /* '; */ values (1, 'a'); -- " $$
/*/* ; */*/ insert into t values (2 */* ; */ 1, 'b');
