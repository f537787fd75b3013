-- Every right, not only erasure: who the person is, until when, and what stands in the way.
alter table subject_request
    add column regulation       text        not null default 'gdpr',
    add column due_at           timestamptz,
    add column extended_because text,
    add column reminded_at      timestamptz,
    add column verification     text        not null default 'caller',
    add column verified_at      timestamptz,
    add column verified_because text,
    add column code_hash        bytea,
    add column code_expires_at  timestamptz,
    add column code_tries       integer     not null default 0,
    add column starts_at        timestamptz,
    add column details          text        not null default '{}',
    add column outcome          text;
update subject_request
    set due_at = requested_at + interval '1 month', starts_at = requested_at, verified_at = requested_at;
alter table subject_request
    alter column due_at set not null,
    alter column starts_at set not null;
create index subject_request_pending on subject_request (starts_at) where status = 'pending';
create index subject_request_due on subject_request (due_at)
    where status in ('awaiting_verification', 'pending', 'in_progress');
create index subject_request_of_person on subject_request (pseudonym);

-- What must be kept for a court or an authority: an erasure waits for its end, everything else runs.
create table legal_hold (
    pseudonym  text        primary key,
    reason     text        not null,
    held_until timestamptz not null,
    set_by     text        not null,
    set_at     timestamptz not null
);

-- Of these people nothing is processed until they say so again (GDPR art. 18).
create table restricted_subject (
    pseudonym     text        primary key,
    request_id    uuid        not null references subject_request,
    restricted_at timestamptz not null
);
