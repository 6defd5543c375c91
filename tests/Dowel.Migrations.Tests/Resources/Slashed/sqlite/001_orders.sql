create table orders (id integer) strict;
