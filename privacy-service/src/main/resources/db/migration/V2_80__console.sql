-- Verifications of the audit log that somebody asked for in the console: how far each is, and what it found. Nobody's data is in it.
create table audit_check (
    id         uuid        primary key,
    started_at timestamptz not null,
    started_by text        not null,
    checked    bigint      not null default 0,
    expected   bigint      not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz,
    size       bigint,
    heads      bigint,
    pending    bigint,
    root       text,
    findings   text
);
create index audit_check_started on audit_check (started_at);

-- How many people said what about a purpose, day by day, as the guard of counts told it; null: too few to be told.
create table consent_figure (
    taken_on date        not null,
    purpose  text        not null,
    status   text        not null,
    people   bigint,
    taken_at timestamptz not null,
    primary key (taken_on, purpose, status)
);
