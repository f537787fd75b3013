-- What the services have answered to an access or a portability; gone as soon as the archive was fetched, or has expired.
create table export_part (
    request_id  uuid        not null references subject_request,
    service     text        not null,
    received_at timestamptz not null,
    content     text        not null,
    primary key (request_id, service)
);
-- The token that opens the archive, once. Of the token only a hash is kept.
create table export_archive (
    request_id uuid        primary key references subject_request,
    token_hash bytea       not null,
    expires_at timestamptz not null,
    fetched_at timestamptz
);
