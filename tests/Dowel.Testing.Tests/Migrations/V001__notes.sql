create table notes (id ${identity}, text text not null);
