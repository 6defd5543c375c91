-- with a mark
create table t (a);
insert into t values ('﻿ inside');
