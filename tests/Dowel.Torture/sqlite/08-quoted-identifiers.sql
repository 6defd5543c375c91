create table [a;b] ([c -- d] text, [e'f] text, [g"h] text, [/* i] text);
create table "j;k" ("l""m" text, "n'o" text, "[p" text);
create table `q;r` (`s``t` text, `u"v` text, `--w` text);
insert into [a;b] values (1, 2, 3, 4);
insert into "j;k" ("l""m") values ('x');
insert into `q;r` (`s``t`, `--w`) values ('y', 'z');
create index "i;j" on [a;b] ([c -- d], "e'f");
