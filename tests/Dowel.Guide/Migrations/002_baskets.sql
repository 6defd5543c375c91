create table baskets (
    id text not null primary key,
    customer_id bigint not null,
    note text not null
);
create index baskets_customer_id_idx on baskets (customer_id, id);
