create table tags (name text not null primary key);
