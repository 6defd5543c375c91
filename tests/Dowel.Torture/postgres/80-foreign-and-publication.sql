create foreign data wrapper dummy options (a 'b;', "c;" 'it''s');
create server s foreign data wrapper dummy options (host 'x;');
create foreign table ft (a int options (k ';')) server s;
create table t (a int primary key);
create publication pub for table t where (a > 1) with (publish = 'insert, update');
create subscription sub connection 'dbname=none;' publication pub with (connect = false, slot_name = none);
alter subscription sub disable; alter subscription sub set publication pub with (refresh = false); drop subscription sub;
