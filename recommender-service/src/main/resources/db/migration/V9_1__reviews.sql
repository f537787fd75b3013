-- What shoppers wrote about products. Nothing is kept of who they are.
create table product_review (
    product_id text        not null,
    review_id  text        not null,
    locale     text        not null check (locale in ('en', 'zh')),
    body       text        not null,
    stars      integer     check (stars between 1 and 5),
    written_at timestamptz not null,
    primary key (product_id, review_id)
);
create index product_review_newest on product_review (product_id, locale, written_at desc);
