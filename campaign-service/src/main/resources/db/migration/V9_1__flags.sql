-- What a flag answers where no experiment decides it.
create table flag (
    key        text        not null primary key,
    -- Counts every change: the ETag.
    revision   bigint      not null,
    definition text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

-- Keys under which SDKs in pages and apps fetch flags. They are public: they say who asks, and let nobody do anything else.
create table client_key (
    key        text        not null primary key,
    name       text        not null,
    made_at    timestamptz not null,
    made_by    text        not null,
    revoked_at timestamptz
);

-- The share of the people that stays out of every experiment that doesn't say otherwise. One row.
create table global_holdout (
    share      double precision not null,
    seed       text             not null,
    revision   bigint           not null,
    changed_at timestamptz      not null
);
insert into global_holdout (share, seed, revision, changed_at) values (0, 'holdout', 1, now());

-- A browser's row once its customer has one: the person is counted there.
alter table experiment_exposure add column if not exists merged boolean not null default false;
