-- The positions of all consumers stand in one table of the platform. folded_offset stays for the version before, and goes with the next release.
insert into consumer_position (consumer, topic_id, partition, next_offset)
    select 'events', topic_id, partition, next_offset from folded_offset
    on conflict do nothing;
