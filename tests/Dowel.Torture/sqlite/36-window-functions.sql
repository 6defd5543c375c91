create table sale (region text, amount int);
insert into sale values ('n', 10), ('n', 20), ('s', 5), ('s', 7);
create view ranked as select region, amount, sum(amount) over win as running, row_number() over (partition by region order by amount desc) as r
from sale window win as (partition by region order by amount rows between unbounded preceding and current row);
create table totals as select region, running from ranked where r = 1;
