-- The points of products' texts, one row a product and model. A row counts only while its hash is that of the product's text.
create table content_vector (
    product_id   text     not null,
    model        text     not null,
    content_hash bigint   not null,
    scale        real     not null,
    vector       bytea    not null,
    primary key (product_id, model)
);
