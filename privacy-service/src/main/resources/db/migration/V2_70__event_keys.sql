-- Under what the payloads of a person's events are sealed in the log, as it travels in the consent state: wrapped by a key that is in no
-- database. Mostly one a person; several after two pseudonyms became one. The oldest seals. Without its row nobody is told the key any more.
create table event_key (
    pseudonym   text        not null,
    sealing_key text        not null,
    wrapped     bytea       not null,
    created_at  timestamptz not null default now(),
    primary key (pseudonym, wrapped)
);
create index event_key_sealing_key on event_key (sealing_key, pseudonym);

-- How far those have been given a key who said something before there were keys.
create table event_key_walk (
    only_one    boolean     primary key default true check (only_one),
    reached     text        not null default '',
    finished_at timestamptz
);
insert into event_key_walk default values;
