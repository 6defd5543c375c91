savepoint outer;
insert into log (script, what) values (11, 'kept');
savepoint inner;
insert into log (script, what) values (11, 'taken back');
rollback to inner;
release outer;
