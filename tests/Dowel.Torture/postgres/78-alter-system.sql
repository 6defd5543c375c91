create table t (a int);
alter system set log_min_duration_statement = '1h';
alter system reset log_min_duration_statement;
insert into t values (1);
