-- A walk over everybody in the vault who stands under an older pseudonym key; at most one at a time in all instances.
create table pseudonym_rotation (
    id          uuid        primary key,
    key_id      text        not null,
    status      text        not null,
    total       bigint      not null,
    moved       bigint      not null default 0,
    -- Without an identifier in the vault that makes the pseudonym: they move when they come back.
    left_alone  bigint      not null default 0,
    reached     text        not null default '',
    started_at  timestamptz not null default now(),
    finished_at timestamptz
);
create unique index pseudonym_rotation_running on pseudonym_rotation ((true)) where status = 'running';
