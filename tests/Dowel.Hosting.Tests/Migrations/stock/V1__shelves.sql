create table shelves (name text not null primary key, room integer not null);
