create table box (w int not null, h int not null, area int generated always as (w * h) stored, label text as (w || 'x' || h || ';') virtual);
insert into box (w, h) values (2, 3), (4, 5);
create index box_label on box (label);
create table measured as select * from box;
