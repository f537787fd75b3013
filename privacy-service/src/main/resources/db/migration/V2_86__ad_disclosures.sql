-- Which digest an ad platform was given for a campaign, until it is told to remove the person. Each is sealed under a key of its own,
-- wrapped by a master key: an erased person's key is gone, and the platform still has to be told. An erasure empties the pseudonym.
create table ad_disclosure (
    id            uuid        not null primary key,
    pseudonym     text,
    campaign      text        not null,
    master_key_id text        not null,
    wrapped       bytea       not null,
    sealed        bytea       not null,
    disclosed_at  timestamptz not null,
    left_at       timestamptz,
    -- Hash of the call that took it back: repeated, it gets the same answer.
    left_key      bytea
);
create unique index ad_disclosure_open on ad_disclosure (campaign, pseudonym) where left_at is null;
create index ad_disclosure_person on ad_disclosure (pseudonym) where pseudonym is not null;
create index ad_disclosure_master on ad_disclosure (master_key_id, id);
create index ad_disclosure_age on ad_disclosure (disclosed_at);
create index ad_disclosure_left on ad_disclosure (campaign, left_at) where left_at is not null;
