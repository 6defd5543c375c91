set time zone 'Asia/Kathmandu';
set datestyle = 'German, DMY'; set intervalstyle = 'sql_standard'; set bytea_output = 'escape';
set session characteristics as transaction isolation level serializable;
create table t (at timestamptz, d date, b bytea);
insert into t values ('2026-01-02 03:04:05', '03.02.2026', 'a\000b');
set default_transaction_deferrable = on; set statement_timeout = '1h'; set client_min_messages = error;
