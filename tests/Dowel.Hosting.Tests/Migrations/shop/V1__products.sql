create table products (sku text not null primary key, title text not null);
