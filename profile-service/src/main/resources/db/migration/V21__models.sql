-- What was learnt from all people at once. No person is in it: parameters of at least k people, or many more.
create table model (
    kind       text        not null,
    version    bigint      not null,
    fitted_at  timestamptz not null,
    people     bigint      not null,
    parameters text        not null,
    job        uuid        not null,
    primary key (kind, version)
);

-- Runs of jobs. While one runs, its checkpoint: how far it is (a few characters that name nobody) and what it has counted (numbers without
-- names); both go when it ends. Who holds the advisory lock of a kind does the run; a run that nobody holds is gone on with.
create table job_run (
    id               uuid             primary key,
    kind             text             not null,
    state            text             not null check (state in ('running', 'done', 'failed', 'cancelled')),
    as_of            timestamptz      not null,
    progress         double precision not null,
    resumed          int              not null default 0,
    cursor_at        text,
    tally            bytea,
    cancel_requested boolean          not null default false,
    finished_at      timestamptz,
    failure          text,
    result           text
);
create unique index job_running on job_run (kind) where state = 'running';
create index job_run_latest on job_run (kind, as_of);
