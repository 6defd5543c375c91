create table products (
    id uuid not null primary key,
    sku text not null unique,
    name text not null,
    price numeric(12, 2) not null check (price >= 0),
    stock integer not null default 0,
    state text not null default 'draft',
    tags jsonb not null,
    revision integer not null default 1,
    created_at timestamptz not null
);
create index products_created_at_idx on products (created_at, id);
