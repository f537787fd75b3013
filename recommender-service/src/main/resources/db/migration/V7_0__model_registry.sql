-- Models, one row a version. At most one of them serves, one is a canary, one a shadow.
create table model (
    version          text        primary key,
    state            text        not null check (state in ('candidate', 'shadow', 'canary', 'serving', 'retired', 'refused')),
    percent          integer     not null default 0 check (percent between 0 and 99),
    changed_at       timestamptz not null default now(),
    trained_at       timestamptz not null,
    last_interaction bigint      not null,
    lineage          jsonb       not null,
    gate             jsonb,
    -- The first erasure of somebody whom the model has learned from.
    erased_since     timestamptz
);
create unique index model_serving on model ((true)) where state = 'serving';
create unique index model_canary on model ((true)) where state = 'canary';
create unique index model_shadow on model ((true)) where state = 'shadow';

-- Who moved which model when and why; never changed.
create table model_change (
    id         bigint      generated always as identity primary key,
    version    text        not null references model,
    from_state text,
    to_state   text        not null,
    percent    integer     not null default 0,
    cause      text        not null check (cause in ('training', 'promotion', 'rollback', 'halt', 'upgrade')),
    changed_by text        not null,
    reason     text        not null,
    changed_at timestamptz not null default clock_timestamp()
);
create index model_change_of on model_change (version, id);

-- What each instance has loaded, or why it couldn't.
create table model_replica (
    instance text        not null,
    version  text        not null references model on delete cascade,
    failure  text,
    seen_at  timestamptz not null default now(),
    primary key (instance, version)
);

-- What a model on trial did in each instance since that started.
create table model_trial (
    instance   text        not null,
    version    text        not null references model on delete cascade,
    place      text        not null check (place in ('shadow', 'canary')),
    answers    bigint      not null,
    failures   bigint      not null,
    dropped    bigint      not null,
    compared   bigint      not null,
    overlap    double precision not null,
    rank_biased_overlap double precision not null,
    -- Answers by duration, see Latencies.
    latencies  bigint[]    not null,
    updated_at timestamptz not null default now(),
    primary key (instance, version, place)
);

-- Who started a training, and why it may run in spite of failed checks.
alter table training add column started_by text not null default 'recommender-service';
alter table training add column forced text;

-- Models of before: the newest one serves.
insert into model (version, state, trained_at, last_interaction, lineage, erased_since)
select model_version,
       case when model_version = max(model_version) over () then 'serving' else 'retired' end,
       coalesce(finished_at, started_at),
       last_interaction,
       jsonb_build_object(
           'training', id, 'trainedAt', to_char(coalesce(finished_at, started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'readAt', to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'lastInteraction', last_interaction, 'fingerprint', '', 'parameters', '{}'::jsonb, 'seed', 0, 'codeVersion', '',
           'people', coalesce((result ->> 'users')::int, 0), 'items', coalesce((result ->> 'items')::int, 0),
           'interactions', coalesce((result ->> 'interactions')::bigint, 0)),
       (select min(erased_at) from erased_person where erased_at >= started_at)
from training
where status = 'completed' and model_version is not null
on conflict do nothing;
insert into model_change (version, to_state, cause, changed_by, reason)
select version, state, 'upgrade', 'recommender-service', 'There was no registry before.' from model;
