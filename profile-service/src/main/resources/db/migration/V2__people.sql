-- Who is known. The version grows with every event and every join: it orders the states of a person, for those who are told of changes.
create table person (
    pseudonym text        primary key,
    version   bigint      not null,
    last_at   timestamptz not null
) with (fillfactor = 90);

-- The events of a person's calendar month (UTC), packed (contracts: aisle.profile.v1.EventChunk). "changes" counts the writes of the row: who
-- writes says which state was read, so that nobody's events are overwritten.
create table person_events (
    pseudonym text        not null,
    month     timestamptz not null,
    events    bytea       not null,
    changes   bigint      not null,
    primary key (pseudonym, month)
) with (fillfactor = 90);

-- Which customer uses a browser. "known" is null when two did: then its events are nobody's but its own, for ever (last_at is infinity).
create table browser (
    pseudonym       text        primary key,
    known           text,
    consent_version bigint      not null,
    last_at         timestamptz not null
);
create index browser_of on browser (known) where known is not null;

-- Who is in the segments that every shop has; leaves_at: when time alone ends it.
create table built_in_segment (
    pseudonym  text not null,
    segment_id text not null,
    leaves_at  timestamptz,
    primary key (pseudonym, segment_id)
);
create index built_in_segment_leaves on built_in_segment (leaves_at) where leaves_at is not null;

-- A profile was a sum, of which the events can't be had back. They are read anew from the log, as far back as it goes, since no offset is
-- folded any more; versions go on from where they stood, so that who was told of segments by the old ones believes the new ones.
insert into person (pseudonym, version, last_at) select pseudonym, version, last_seen from profile;
insert into built_in_segment (pseudonym, segment_id) select pseudonym, 'buyer' from profile where buyer;
insert into built_in_segment (pseudonym, segment_id, leaves_at)
    select pseudonym, 'new-visitor', first_seen + interval '30 days' from profile where new_visitor;
drop table profile;
delete from folded_offset;
