create table t (a int);
listen "channel;"; notify "channel;", 'payload;';
unlisten *;
insert into t values (1);
