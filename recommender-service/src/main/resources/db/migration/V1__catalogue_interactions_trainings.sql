-- The catalogue as the shop last described it. A deleted product keeps its row, so that an older description can't bring it back.
create table product (
    product_id    text        primary key,
    title         text        not null,
    category_path text[]      not null,
    brand         text        not null,
    price_minor   bigint,
    currency      text,
    url           text        not null,
    image_url     text        not null,
    purchasable   boolean     not null,
    preorder      boolean     not null,
    deleted       boolean     not null default false,
    payload       bytea,
    source_time   timestamptz not null,
    updated_at    timestamptz not null default clock_timestamp()
);
create index product_changes on product (updated_at);

-- What people did with products, one row a product of an event.
create table interaction (
    id                  bigint generated always as identity primary key,
    pseudonym           text        not null,
    product_id          text        not null,
    type                smallint    not null,
    weight              real        not null,
    occurred_at         timestamptz not null,
    event_id            text        not null,
    for_personalization boolean     not null,
    for_training        boolean     not null
);
create index interaction_of_person on interaction (pseudonym, occurred_at desc, id desc);

-- What was shown to whom, one row an item.
create table exposure (
    exposure_id   text        not null,
    decision_id   text        not null,
    pseudonym     text        not null,
    placement     text        not null,
    product_id    text        not null,
    position      integer     not null,
    score         real        not null,
    propensity    double precision not null,
    source        text        not null,
    model_version text        not null,
    personalized  boolean     not null,
    exposed_at    timestamptz not null
);
create index exposure_of_person on exposure (pseudonym);

-- Pseudonyms that must not be written again, kept in the transaction that erased them.
create table erased_person (
    pseudonym text        primary key,
    erased_at timestamptz not null default now()
);

-- One row a training; at most one runs at a time in all instances.
create table training (
    id               uuid        primary key,
    status           text        not null,
    stage            text        not null,
    progress         double precision not null,
    cancel_requested boolean     not null default false,
    started_at       timestamptz not null default now(),
    heartbeat_at     timestamptz not null default now(),
    finished_at      timestamptz,
    last_interaction bigint      not null,
    model_version    text,
    failure          text,
    result           jsonb
);
create unique index training_running on training ((true)) where status = 'running';
create index training_by_time on training (started_at desc);
