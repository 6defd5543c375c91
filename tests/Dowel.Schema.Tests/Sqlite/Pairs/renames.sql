--- pair names move on from table to table
--- before
create table a (id integer primary key, x text);
create table b (id integer primary key, a_id int references a (id), y text);
create view v as select a.x, b.y from a join b on b.a_id = a.id;
--- after
create table b (id integer primary key, x text);
create table c (id integer primary key, a_id int references b (id), y text);
create view v as select b.x, c.y from b join c on c.a_id = b.id;
--- renamed a -> b
--- renamed b -> c
--- rows
insert into a values (1, 'x');
insert into b values (1, 1, 'y');
--- back rows
insert into b values (1, 'x');
insert into c values (1, 1, 'y');

--- pair names move on from column to column
--- before
create table t (id integer primary key, a text, b text, check (a <> b));
create index t_a on t (a);
--- after
create table t (id integer primary key, b text, c text, check (b <> c));
create index t_a on t (b);
--- renamed t.a -> t.b
--- renamed t.b -> t.c
--- rows
insert into t values (1, 'x', 'y');
--- back rows
insert into t values (1, 'x', 'y');

--- pair a column is renamed in all that can name it
--- before
create table t (id integer primary key, mail text not null unique collate nocase check (mail like '%@%'), low text as (lower(mail)), n int, check (n > length(mail) or mail = 'mail'));
create index t_mail on t (mail desc, n) where mail <> 'mail';
create unique index t_low on t (substr(mail, 1, 5) || n);
create table u (id integer primary key, mail text references t (mail) on update cascade);
create view v as select mail, 'mail' as kind from t where mail is not null;
create trigger t_u after update of mail on t when new.mail <> old.mail begin
  update u set mail = new.mail where mail = old.mail;
  insert into u (mail) select t.mail from t where t.mail = new.mail;
end;
--- after
create table t (id integer primary key, email text not null unique collate nocase check (email like '%@%'), low text as (lower(email)), n int, check (n > length(email) or email = 'mail'));
create index t_mail on t (email desc, n) where email <> 'mail';
create unique index t_low on t (substr(email, 1, 5) || n);
create table u (id integer primary key, mail text references t (email) on update cascade);
create view v as select email, 'mail' as kind from t where email is not null;
create trigger t_u after update of email on t when new.email <> old.email begin
  update u set mail = new.email where mail = old.email;
  insert into u (mail) select t.email from t where t.email = new.email;
end;
--- renamed t.mail -> t.email
--- rows
insert into t (id, mail, n) values (1, 'a@b', 50);
insert into u values (1, 'a@b');
--- back rows
insert into t (id, email, n) values (1, 'a@b', 50);
insert into u values (1, 'a@b');

--- pair a column is renamed below a view of a view
--- before
create table t (id integer primary key, mail text);
create view low as select id, mail from t;
create view top as select mail from low where mail <> '';
create trigger low_i instead of insert on low begin
  insert into t values (new.id, new.mail);
end;
--- after
create table t (id integer primary key, email text);
create view low as select id, email from t;
create view top as select email from low where email <> '';
create trigger low_i instead of insert on low begin
  insert into t values (new.id, new.email);
end;
--- renamed t.mail -> t.email
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a column is renamed below a view that shows everything
--- before
create table t (id integer primary key, mail text);
create view low as select * from t;
create view top as select mail from low;
--- after
create table t (id integer primary key, email text);
create view low as select * from t;
create view top as select email as mail from low;
--- renamed t.mail -> t.email
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a column gets the same name in other letters
--- before
create table t (id integer primary key, mail text unique);
create index t_mail on t (lower(mail));
create view v as select mail from t;
--- after
create table t (id integer primary key, "Mail" text unique);
create index t_mail on t (lower("Mail"));
create view v as select "Mail" from t;
--- renamed t.mail -> t.Mail
--- rows
insert into t values (1, 'a');
--- back rows
insert into t values (1, 'a');

--- pair a table gets the same name in other letters
--- before
create table users (id integer primary key, up int references users (id));
create table posts (id integer primary key, user_id int references users (id));
create view v as select id from users;
--- after
create table Users (id integer primary key, up int references Users (id));
create table posts (id integer primary key, user_id int references Users (id));
create view v as select id from Users;
--- renamed users -> Users
--- rows
insert into users values (1, 1);
insert into posts values (1, 1);
--- back rows
insert into Users values (1, 1);
insert into posts values (1, 1);

--- pair a part of a key is renamed, and what refers to it
--- before
create table p (a text, b text, primary key (a, b desc)) without rowid;
create table t (id integer primary key, p_a text, p_b text, foreign key (p_a, p_b) references p (a, b));
--- after
create table p (a text, c text, primary key (a, c desc)) without rowid;
create table t (id integer primary key, p_a text, p_c text, foreign key (p_a, p_c) references p (a, c));
--- renamed p.b -> p.c
--- renamed t.p_b -> t.p_c
--- rows
insert into p values ('a', 'b');
insert into t values (1, 'a', 'b');
--- back rows
insert into p values ('a', 'c');
insert into t values (1, 'a', 'c');

--- pair a table and its columns are renamed and made anew
--- before
create table t (id integer primary key, a text, b int);
create index t_a on t (a) where b > 0;
create table u (id integer primary key, t_id int references t (id) on delete cascade);
create view v as select t.a, u.id from t, u where u.t_id = t.id and t.b > 0;
create trigger t_i after insert on t begin
  insert into u (t_id) values (new.id);
end;
--- after
create table things (key integer primary key, label text not null, b bigint);
create index t_a on things (label) where b > 0;
create table u (id integer primary key, t_id int references things (key) on delete cascade);
create view v as select things.label, u.id from things, u where u.t_id = things.key and things.b > 0;
create trigger t_i after insert on things begin
  insert into u (t_id) values (new.key);
end;
--- renamed t -> things
--- renamed things.id -> things.key
--- renamed things.a -> things.label
--- one way
--- rows
insert into t values (1, 'x', 1), (2, 'y', 0);

--- pair names become keywords and letters of any kind
--- before
create table plain (id integer primary key, a text, b text check (b <> 'b'));
create index plain_a on plain (a, b);
create view v as select a, b from plain;
--- after
create table größe (id integer primary key, "order" text, "名前" text check ("名前" <> 'b'));
create index plain_a on größe ("order", "名前");
create view v as select "order", "名前" from größe;
--- renamed plain -> größe
--- renamed größe.a -> größe.order
--- renamed größe.b -> größe.名前
--- one way
--- rows
insert into plain values (1, 'x', 'y');

--- pair a renamed table leaves its old name to a view
--- before
create table users (id integer primary key, name text);
create table posts (id integer primary key, user_id int references users (id));
--- after
create table people (id integer primary key, name text);
create table posts (id integer primary key, user_id int references people (id));
create view users as select id, name from people;
--- renamed users -> people
--- rows
insert into users values (1, 'a');
insert into posts values (1, 1);
--- back rows
insert into people values (1, 'a');
insert into posts values (1, 1);

--- pair a renamed column leaves its old name to what is computed from it
--- before
create table t (id integer primary key, cents int);
--- after
create table t (id integer primary key, amount int, cents int as (amount * 100));
--- renamed t.cents -> t.amount
--- one way
--- rows
insert into t values (1, 5);

--- pair a table is renamed beside texts that call other things so
--- before
create table item (id integer primary key, item text);
create table box (id integer primary key, item int references item (id), label text default 'item');
create view items as select item.item as item, box.label || ' of item' as text from item join box on box.item = item.id;
create trigger box_i after insert on box when new.label = 'item' begin
  update item set item = 'item' where id = new.item;
end;
--- after
create table thing (id integer primary key, item text);
create table box (id integer primary key, item int references thing (id), label text default 'item');
create view items as select thing.item as item, box.label || ' of item' as text from thing join box on box.item = thing.id;
create trigger box_i after insert on box when new.label = 'item' begin
  update thing set item = 'item' where id = new.item;
end;
--- renamed item -> thing
--- rows
insert into item values (1, 'x');
insert into box values (1, 1, 'y');
--- back rows
insert into thing values (1, 'x');
insert into box values (1, 1, 'y');

--- pair a column is renamed and its table gets keys
--- before
create table p (id integer primary key);
create table t (id integer primary key, parent int, v text);
create view w as select parent, v from t;
--- after
create table p (id integer primary key);
create table t (id integer primary key, p_id int not null references p (id), v text, unique (p_id, v));
create view w as select p_id, v from t;
--- renamed t.parent -> t.p_id
--- rows
insert into p values (1);
insert into t values (1, 1, 'x');
--- back rows
insert into p values (1);
insert into t values (1, 1, 'x');

--- pair a trigger, its view and their table are renamed
--- before
create table t (id integer primary key, v text);
create view w as select id, v from t;
create trigger w_i instead of insert on w begin
  insert into t (v) values (new.v);
end;
--- after
create table things (id integer primary key, v text);
create view shown as select id, v from things;
create trigger shown_i instead of insert on shown begin
  insert into things (v) values (new.v);
end;
--- renamed t -> things
--- renamed view w -> shown
--- renamed trigger shown.w_i -> shown.shown_i
--- one way
--- rows
insert into t values (1, 'v');

--- pair a view is renamed and shows something else
--- before
create table t (id integer primary key, v text);
create view w as select id from t;
create view x as select id from w;
create trigger w_i instead of insert on w begin
  insert into t (id) values (new.id);
end;
create trigger t_i after insert on t begin
  update t set v = (select max(id) from w) where id = new.id;
end;
--- after
create table t (id integer primary key, v text);
create view shown as select id, v from t;
create view x as select id from shown;
create trigger w_i instead of insert on shown begin
  insert into t (id, v) values (new.id, new.v);
end;
create trigger t_i after insert on t begin
  update t set v = (select max(id) from shown) where id = new.id;
end;
--- renamed view w -> shown
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');

--- pair a trigger is renamed and does something else
--- before
create table t (id integer primary key, v text);
create trigger one after insert on t begin
  update t set v = 'x' where id = new.id;
end;
create index by_v on t (v);
--- after
create table t (id integer primary key, v text);
create trigger two after insert on t begin
  update t set v = 'y' where id = new.id;
end;
create index by_both on t (v, id desc);
--- renamed trigger t.one -> t.two
--- renamed index t.by_v -> t.by_both
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');

--- pair a renamed index and trigger stand on a table that is made anew
--- before
create table t (id integer primary key, v text);
create index one on t (v) where v <> '';
create trigger t_one after insert on t begin
  update t set v = 'x' where id = new.id;
end;
--- after
create table t (id integer primary key, v text not null);
create index two on t (v) where v <> '';
create trigger t_two after insert on t begin
  update t set v = 'x' where id = new.id;
end;
--- renamed trigger t.t_one -> t.t_two
--- renamed index t.one -> t.two
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');

--- pair a renamed view stands on a table that is made anew under another name
--- before
create table t (id integer primary key, v text);
create view w as select id, v from t;
create view x as select w.v from w join t on t.id = w.id;
--- after
create table things (id integer primary key, v text not null unique);
create view shown as select id, v from things;
create view x as select shown.v from shown join things on things.id = shown.id;
--- renamed t -> things
--- renamed view w -> shown
--- rows
insert into t values (1, 'v');
--- back rows
insert into things values (1, 'v');

--- pair a view gets the same name in other letters
--- before
create table t (id integer primary key, v text);
create view users as select id, v from t;
create view more as select id from users;
--- after
create table t (id integer primary key, v text);
create view Users as select id, v from t;
create view more as select id from Users;
--- renamed view users -> Users
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');

--- pair a renamed table takes the name of an index that goes
--- before
create table t (id integer primary key, v text);
create index things on t (v);
--- after
create table things (id integer primary key, v text);
--- renamed t -> things
--- rows
insert into t values (1, 'v');
--- back rows
insert into things values (1, 'v');

--- pair a column is renamed of which triggers of a view over it speak
--- before
create table t (id integer primary key, mail text);
create view w as select id, mail from t;
create trigger w_u instead of update of mail on w when new.mail <> old.mail begin
  update t set mail = new.mail where id = old.id;
end;
create table u (id integer primary key);
create trigger u_i after insert on u begin
  update w set mail = 'x' where id = new.id;
end;
--- after
create table t (id integer primary key, email text);
create view w as select id, email from t;
create trigger w_u instead of update of email on w when new.email <> old.email begin
  update t set email = new.email where id = old.id;
end;
create table u (id integer primary key);
create trigger u_i after insert on u begin
  update w set email = 'x' where id = new.id;
end;
--- renamed t.mail -> t.email
--- rows
insert into t values (1, 'v');
--- back rows
insert into t values (1, 'v');
