create table t (a);
explain create trigger t_ai after insert on t begin insert into t values (1); select 2; end;
explain query plan create trigger t_ai after insert on t begin insert into t values (3); select 4; end;
EXPLAIN /* why */ QUERY -- not
PLAN CREATE TEMP TRIGGER t_ai AFTER INSERT ON t BEGIN SELECT 5; END;
insert into t values ('no trigger was made');
