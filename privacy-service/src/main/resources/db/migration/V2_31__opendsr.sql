-- Requests of controllers by OpenDSR 2.0. The body is never kept: it names people. What is asked of each identity that can be found
-- is a request like any other.
create table opendsr_request (
    subject_request_id uuid        primary key,
    -- Keyed, so that nobody can guess the body from it.
    fingerprint        text        not null,
    api_version        text        not null,
    received_at        timestamptz not null,
    expected_at        timestamptz not null,
    starts_at          timestamptz not null,
    cancelled_at       timestamptz,
    callback_urls      text        not null,
    reported_status    text        not null
);
create index opendsr_request_open on opendsr_request (starts_at) where reported_status in ('pending', 'in_progress');
create table opendsr_part (
    subject_request_id uuid not null references opendsr_request,
    request_id         uuid not null references subject_request,
    primary key (subject_request_id, request_id)
);
-- What a controller must still be told; next_at is empty when it was told, or when that was given up.
create table opendsr_callback (
    id                 bigint generated always as identity primary key,
    subject_request_id uuid        not null references opendsr_request,
    url                text        not null,
    request_status     text        not null,
    attempts           integer     not null,
    next_at            timestamptz,
    delivered_at       timestamptz
);
create index opendsr_callback_due on opendsr_callback (next_at) where next_at is not null;
