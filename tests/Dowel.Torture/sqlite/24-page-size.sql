create table t (a);
pragma page_size = 8192;
vacuum;
insert into t select page_size from pragma_page_size;
pragma auto_vacuum = incremental;
vacuum;
insert into t select auto_vacuum from pragma_auto_vacuum;
pragma incremental_vacuum(5);
