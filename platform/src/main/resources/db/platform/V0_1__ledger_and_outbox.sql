-- Which events a consumer has handled; written in the transaction of the effect.
create table processed_event (
    consumer     text        not null,
    event_id     text        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index processed_event_age on processed_event using brin (processed_at);

-- Messages that leave after the commit; a row is deleted when the broker has acknowledged it.
create table outbox (
    id         bigint generated always as identity primary key,
    event_id   uuid        not null default gen_random_uuid(),
    topic      text        not null,
    record_key text        not null,
    payload    bytea,
    event_type text        not null,
    created_at timestamptz not null default now()
);
