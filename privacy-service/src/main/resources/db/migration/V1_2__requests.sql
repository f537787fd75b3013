-- What data subjects asked for. The pseudonym is all that is kept of the person.
create table subject_request (
    id           uuid        primary key,
    pseudonym    text        not null,
    type         text        not null,
    status       text        not null,
    requested_at timestamptz not null,
    completed_at timestamptz,
    attempts     integer     not null,
    last_sent_at timestamptz not null
);
create index subject_request_in_progress on subject_request (last_sent_at) where status = 'in_progress';

-- Pseudonyms that are never used again. Nothing here says what the person had allowed.
create table erased_subject (
    pseudonym        text        primary key,
    request_id       uuid        not null references subject_request,
    erased_at        timestamptz not null,
    -- Counts later consents for this pseudonym: they are answered like any other and have no effect.
    answered_version bigint      not null default 0
);

-- The receipt as it came from Kafka; the first of each service counts.
create table erasure_receipt (
    request_id  uuid        not null references subject_request,
    service     text        not null,
    received_at timestamptz not null,
    message     bytea       not null,
    primary key (request_id, service)
);
