--- pair a unique constraint comes to a table with rows
--- before
create table users (id integer primary key, email text, org integer);
--- after
create table users (id integer primary key, email text, org integer, constraint users_email_key unique (org, email));
--- rows
insert into users values (1, 'a', 1), (2, 'a', 2);
--- back rows
insert into users values (1, 'a', 1), (2, 'a', 2);

--- pair a unique constraint that is deferred and includes
--- before
create table t (a integer, b integer, c text);
--- after
create table t (a integer, b integer, c text, constraint t_a unique (a) include (c) deferrable initially deferred, constraint t_b unique nulls not distinct (b));
--- rows
insert into t values (1, null, 'x'), (2, 3, 'y');
--- back rows
insert into t values (1, null, 'x'), (2, 3, 'y');

--- pair a unique constraint gets other columns
--- before
create table t (a integer not null, b integer not null, constraint t_key unique (a));
--- after
create table t (a integer not null, b integer not null, constraint t_key unique (a, b));
--- rows
insert into t values (1, 1), (2, 1);
--- back rows
insert into t values (1, 1), (2, 1);

--- pair a primary key comes
--- before
create table t (a integer, b text);
--- after
create table t (a integer primary key, b text);
--- rows
insert into t values (1, 'x'), (2, 'y');
--- back rows
insert into t values (1, 'x'), (2, 'y');

--- pair a primary key moves to another column, and references with it
--- before
create table users (id integer primary key, code text not null unique);
create table posts (id integer primary key, user_id integer references users (id), user_code text);
--- after
create table users (id integer not null unique, code text not null primary key);
create table posts (id integer primary key, user_id integer, user_code text references users (code));
--- rows
insert into users values (1, 'a');
insert into posts values (1, 1, 'a');
--- back rows
insert into users values (1, 'a');
insert into posts values (1, 1, 'a');

--- pair a foreign key comes to a table with rows
--- before
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer);
--- after
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer, constraint posts_user foreign key (user_id) references users (id) on delete cascade);
create index posts_user_id on posts (user_id);
--- rows
insert into users values (1);
insert into posts values (1, 1), (2, null);
--- back rows
insert into users values (1);
insert into posts values (1, 1), (2, null);

--- pair a foreign key gets other actions
--- before
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer references users);
--- after
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer references users on delete set null on update cascade deferrable initially deferred);
--- rows
insert into users values (1);
insert into posts values (1, 1);
--- back rows
insert into users values (1);
insert into posts values (1, 1);

--- pair a key and what refers to it change their types
--- before
create table users (id integer primary key);
create table posts (id integer primary key, user_id integer not null references users on delete cascade);
--- after
create table users (id text primary key);
create table posts (id integer primary key, user_id text not null references users on delete cascade);
--- rows
insert into users values (1), (2);
insert into posts values (1, 1), (2, 2);
--- back rows
insert into users values ('1'), ('2');
insert into posts values (1, '1'), (2, '2');

--- pair tables that refer to each other are made
--- before
create table other (id integer primary key);
--- after
create table other (id integer primary key);
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
alter table a add constraint a_b foreign key (b_id) references b;
create table tree (id integer primary key, parent_id integer references tree);
--- rows
insert into other values (1);
--- back rows
insert into other values (1);

--- pair tables in a circle of three are made
--- before
create table other (id integer primary key);
--- after
create table other (id integer primary key);
create table a (id integer primary key, b_id integer);
create table b (id integer primary key, c_id integer);
create table c (id integer primary key, a_id integer references a, other_id integer references other);
alter table a add constraint a_b foreign key (b_id) references b;
alter table b add constraint b_c foreign key (c_id) references c;
--- rows
insert into other values (1);
--- back rows
insert into other values (1);

--- pair a check comes and another changes
--- before
create table t (a integer, b integer, constraint t_b check (b > 0));
--- after
create table t (a integer, b integer, constraint t_b check (b > 1 and b < 100), constraint t_a check (a > 0) no inherit);
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a constraint that is not valid is looked at
--- before
create table users (id integer primary key);
create table t (a integer, constraint t_a check (a > 0) not valid);
alter table t add constraint t_user foreign key (a) references users not valid;
--- after
create table users (id integer primary key);
create table t (a integer, constraint t_a check (a > 0));
alter table t add constraint t_user foreign key (a) references users;
--- rows
insert into users values (1);
insert into t values (1);
--- back rows
insert into users values (1);
insert into t values (1);

--- pair an exclusion comes
--- before
create table bookings (id integer primary key, during tsrange not null);
--- after
create table bookings (id integer primary key, during tsrange not null, constraint bookings_apart exclude using gist (during with &&));
--- rows
insert into bookings values (1, '[2020-01-01,2020-01-02)'), (2, '[2020-01-02,2020-01-03)');
--- back rows
insert into bookings values (1, '[2020-01-01,2020-01-02)');

--- pair constraints get other names
--- before
create table t (id integer constraint old_pkey primary key, a integer constraint old_a unique, b integer constraint old_b check (b > 0), p integer constraint old_fk references t);
create index old_ix on t (b);
comment on constraint old_b on t is 'b';
comment on index old_ix is 'ix';
--- after
create table t (id integer constraint new_pkey primary key, a integer constraint new_a unique, b integer constraint new_b check (b > 0), p integer constraint new_fk references t);
create index new_ix on t (b);
comment on constraint new_b on t is 'b';
comment on index new_ix is 'ix';
--- rows
insert into t values (1, 2, 3, 1);
--- back rows
insert into t values (1, 2, 3, 1);

--- pair a foreign key refers to a unique index
--- before
create table users (id integer primary key, code text);
create table posts (id integer primary key, code text);
--- after
create table users (id integer primary key, code text);
create unique index users_code on users (code);
create table posts (id integer primary key, code text references users (code));
--- rows
insert into users values (1, 'a');
insert into posts values (1, 'a');
--- back rows
insert into users values (1, 'a');
insert into posts values (1, 'a');

--- pair a new table refers to a key that is new itself
--- before
create table users (id integer primary key, code text not null);
--- after
create table users (id integer primary key, code text not null unique);
create table posts (id integer primary key, code text not null references users (code));
--- rows
insert into users values (1, 'a');
--- back rows
insert into users values (1, 'a');
insert into posts values (1, 'a');

--- pair an index becomes a constraint of the same name
--- before
create table t (a integer, b integer);
create unique index t_a on t (a);
--- after
create table t (a integer, b integer, constraint t_a unique (a));
--- rows
insert into t values (1, 2);
--- back rows
insert into t values (1, 2);

--- pair a key of several columns is referred to
--- before
create table lines (order_id integer, no integer, primary key (order_id, no));
create table notes (id integer primary key, order_id integer, no integer);
--- after
create table lines (order_id integer, no integer, primary key (order_id, no));
create table notes (id integer primary key, order_id integer, no integer, foreign key (order_id, no) references lines on delete cascade);
--- rows
insert into lines values (1, 1);
insert into notes values (1, 1, 1);
--- back rows
insert into lines values (1, 1);
insert into notes values (1, 1, 1);
