drop view if exists totals;
create view totals as select owner, sum(balance) as total from accounts group by owner;
insert into log (script, what) values (100, 'viewed');
