-- Custom SQL migration file, put your code below! --
insert into `notes` (`body`) values ('first');
