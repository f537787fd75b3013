-- One key a subject, wrapped by a master key that is in no database. Without its row, what is sealed under it can't be read by anybody.
create table subject_key (
    pseudonym     text        primary key,
    master_key_id text        not null,
    wrapped       bytea       not null,
    created_at    timestamptz not null default now()
);
create index subject_key_master on subject_key (master_key_id, pseudonym);

-- What a message to the subject needs, each field sealed for this subject and this field.
create table vault_trait (
    pseudonym  text        not null references subject_key on delete cascade,
    field      text        not null,
    sealed     bytea       not null,
    changed_at timestamptz not null default now(),
    primary key (pseudonym, field)
);

-- A walk over all keys that wraps them under another master key; at most one at a time in all instances.
create table master_key_rotation (
    id            uuid        primary key,
    master_key_id text        not null,
    status        text        not null,
    total         bigint      not null,
    rewrapped     bigint      not null default 0,
    unusable      bigint      not null default 0,
    reached       text        not null default '',
    started_at    timestamptz not null default now(),
    finished_at   timestamptz
);
create unique index master_key_rotation_running on master_key_rotation ((true)) where status = 'running';
