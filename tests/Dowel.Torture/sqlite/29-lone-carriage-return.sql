create table t (a);-- this comment goes oninsert into t values ('unseen');
insert into t values ('seen');