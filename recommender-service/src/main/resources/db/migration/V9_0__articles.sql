-- Articles of the assistant. Each write takes the next number while it holds this row, so that numbers become visible in their order.
create table knowledge_clock (
    single boolean primary key default true check (single),
    number bigint  not null
);
insert into knowledge_clock (number) values (0);

create table article (
    id       text    not null,
    locale   text    not null check (locale in ('en', 'zh')),
    -- Counts what was done with it; its ETag.
    revision bigint  not null,
    newest   integer not null,
    change   bigint  not null,
    primary key (id, locale)
);
create index article_by_change on article (change);

-- Versions never change but for their state. Of approved ones the newest that is valid now is served.
create table article_version (
    id          text        not null,
    locale      text        not null,
    version     integer     not null,
    state       text        not null check (state in ('draft', 'in_review', 'approved', 'retired')),
    title       text        not null,
    body        text        not null,
    url         text,
    tags        text[]      not null,
    product_ids text[]      not null,
    valid_from  timestamptz,
    valid_to    timestamptz,
    -- Subjects of the tokens of whoever wrote and approved it.
    author      text        not null,
    made_at     timestamptz not null default clock_timestamp(),
    approver    text,
    approved_at timestamptz,
    primary key (id, locale, version),
    foreign key (id, locale) references article on delete cascade deferrable initially deferred
);
create index article_version_approved on article_version (id, locale, version) where state = 'approved';

-- Points of passages' texts by the hash of the text: an article that comes back, or a passage that stays, isn't read again.
create table passage_vector (
    model        text   not null,
    content_hash bigint not null,
    scale        real   not null,
    vector       bytea  not null,
    primary key (model, content_hash)
);
