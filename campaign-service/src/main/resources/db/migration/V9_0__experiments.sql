-- Where an experiment stands, and what was written last. state: draft, running, stopped, concluded.
create table experiment (
    id         text        not null primary key,
    state      text        not null,
    -- Counts every change: the ETag.
    revision   bigint      not null,
    definition text        not null,
    made_at    timestamptz not null,
    -- What was learnt: words, the variation that was kept, and when.
    learnt     text,
    kept       text,
    concluded_at timestamptz
);

-- A phase's definition never changes, but for its coverage.
create table experiment_phase (
    experiment_id text        not null references experiment (id),
    phase         integer     not null,
    definition    text        not null,
    seed          text        not null,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    primary key (experiment_id, phase)
);

-- Who did what, in order. Nothing is changed or removed here.
create table experiment_deed (
    number        bigint generated always as identity primary key,
    experiment_id text        not null,
    phase         integer     not null,
    deed          text        not null,
    actor         text        not null,
    at            timestamptz not null,
    note          text        not null
);
create index experiment_deed_of on experiment_deed (experiment_id, number desc);

-- One row: whoever changes an experiment or a flag updates it first, and every instance reads it to know whether what it holds is still true.
create table experiment_stamp (
    changes bigint not null
);
insert into experiment_stamp (changes) values (1);

-- The first exposure of a unit in a phase; a unit that was seen in another variation later is mixed. Only of people who allow analytics.
create table experiment_exposure (
    experiment_id text             not null,
    phase         integer          not null,
    -- The pseudonym, or pseudonym/session.
    unit          text             not null,
    pseudonym     text             not null,
    variation     text             not null,
    propensity    double precision not null,
    first_at      timestamptz      not null,
    mixed         boolean          not null default false,
    primary key (experiment_id, phase, unit)
);
create index experiment_exposure_person on experiment_exposure (pseudonym);
