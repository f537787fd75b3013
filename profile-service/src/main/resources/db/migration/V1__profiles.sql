create table profile (
    pseudonym       text        primary key,
    version         bigint      not null,
    first_seen      timestamptz not null,
    last_seen       timestamptz not null,
    purchases       bigint      not null,
    behaviour       jsonb       not null,
    new_visitor     boolean     not null,
    buyer           boolean     not null
);
create index profile_new_visitors on profile (first_seen) where new_visitor;

-- Up to where each partition has been folded; written in the transaction of the fold. The topic's id is part of the key, since
-- a topic that was deleted and made again counts from zero.
create table folded_offset (
    topic_id    uuid   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic_id, partition)
);
