-- An export of a campaign's people to an ad platform. made_by is the subject of a staff token.
create table audience_export (
    id               uuid        not null primary key,
    campaign_id      text        not null,
    campaign_version integer     not null,
    state            text        not null,
    joined           bigint      not null default 0,
    gone             bigint      not null default 0,
    made_by          text        not null,
    started_at       timestamptz not null,
    finished_at      timestamptz
);
create index audience_export_of on audience_export (campaign_id, started_at desc);
-- Two at once would take each other's people for such as left.
create unique index audience_export_alone on audience_export (campaign_id) where state = 'started';

-- Who is on a platform's list. The id is random and the campaign's own, so that two campaigns' files can't be joined by it.
create table audience_member (
    campaign_id text        not null,
    pseudonym   text        not null,
    external_id uuid        not null default gen_random_uuid(),
    export_id   uuid        not null,
    exported_at timestamptz not null,
    primary key (campaign_id, pseudonym)
);
create index audience_member_person on audience_member (pseudonym);

-- Ids on a platform's list whose person was erased here: to be listed as gone once, and nobody's.
create table audience_gone (
    campaign_id text not null,
    external_id uuid not null primary key
);
