-- Lists as they were answered, one row a list with an array a property of its items: to explain past answers and to learn from them.
create table served_list (
    request_id       text        primary key,
    pseudonym        text        not null,
    -- The consent under which it was kept: a refusal since then takes it out of use.
    consent_version  bigint      not null,
    served_at        timestamptz not null,
    placement        text        not null,
    model_version    text        not null,
    policy_version   text        not null,
    stage            text        not null,
    refusal          text        not null,
    product_ids      text[]      not null,
    sources          text[]      not null,
    propensities     float8[]    not null,
    reasons          text[]      not null,
    causes           text[]      not null,
    -- Both only where models may learn from it.
    features_version text,
    features         real[]
);
create index served_list_of_person on served_list (pseudonym);
create index served_list_by_time on served_list (served_at);

-- The answer that shown items came from, and what chose them.
alter table exposure add column request_id text not null default '';
alter table exposure add column policy text not null default '';
alter table exposure add column policy_version text not null default '';
