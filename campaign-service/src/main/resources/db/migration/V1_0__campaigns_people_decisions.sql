-- Every published version of a campaign; the highest version of an id is the one that decides.
create table campaign (
    id               text             not null,
    version          integer          not null,
    kind             text             not null,
    status           text             not null,
    priority         integer          not null,
    holdout_share    double precision not null,
    audience_segment text,
    definition       text             not null,
    published_at     timestamptz      not null default now(),
    primary key (id, version)
);

-- One row a person. Whoever changes anything of a person locks it first; once erased it stays, as the fence.
create table person (
    pseudonym         text   not null primary key,
    purchases         bigint not null default 0,
    -- The consent version that took personalization back: events accepted under an earlier one are not used any more.
    withdrawn_version bigint not null default 0,
    erased_at         timestamptz
);

create table person_item (
    pseudonym  text        not null,
    product_id text        not null,
    bought     boolean     not null,
    last_at    timestamptz not null,
    primary key (pseudonym, product_id)
);

create table segment_member (
    pseudonym       text        not null,
    segment_id      text        not null,
    member          boolean     not null,
    profile_version bigint      not null,
    changed_at      timestamptz not null,
    primary key (pseudonym, segment_id)
);

-- Made only for people who allow personalization. The answer is text, so that it can be given again unchanged.
create table decision (
    id               text             not null primary key,
    pseudonym        text             not null,
    placement        text             not null,
    campaign_id      text,
    campaign_version integer,
    variation        text,
    holdout          boolean          not null,
    propensity       double precision not null,
    request_hash     text             not null,
    decided_at       timestamptz      not null,
    answer           text             not null
);
create index decision_of_person on decision (pseudonym, campaign_id, decided_at desc);
create index decision_age on decision using brin (decided_at);
