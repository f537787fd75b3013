-- Consent versions that took something back: where their message lies in aisle.consents.v1 and since when every enforcement point has it.
create table withdrawal (
    pseudonym       text        not null,
    version         bigint      not null,
    place_partition integer,
    place_offset    bigint,
    written_at      timestamptz,
    effective_at    timestamptz,
    primary key (pseudonym, version)
);

create index withdrawal_open on withdrawal (written_at) where effective_at is null;
create index withdrawal_age on withdrawal using brin (effective_at);
