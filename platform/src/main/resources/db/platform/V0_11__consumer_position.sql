-- Up to where each consumer has taken a partition, written in or after the transaction of the effect: what was taken below it is in this database.
-- The key is Kafka's id of the topic, because a topic that is made anew counts from zero. Nobody is in it.
create table consumer_position (
    consumer    text        not null,
    topic_id    uuid        not null,
    partition   int         not null,
    next_offset bigint      not null,
    written_at  timestamptz not null default now(),
    primary key (consumer, topic_id, partition)
);

-- A partition without a row is read from its beginning, unless this database is of a version that left its positions to the consumer group.
create table consumer_position_origin (
    left_to_group boolean not null
);
insert into consumer_position_origin
    select exists (select from flyway_schema_history where version ~ '^[1-9]');
