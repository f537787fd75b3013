-- What somebody said to a campaign: also the person's objection to it, which holds without any consent.
create table campaign_feedback (
    id               text        not null primary key,
    pseudonym        text        not null,
    campaign_id      text        not null,
    campaign_version integer,
    -- The decision or message that it is about; empty for the campaign as such.
    about            text        not null,
    word             text        not null,
    stars            integer,
    said_at          timestamptz not null,
    check ((word = 'stars') = (stars is not null)),
    check (stars between 1 and 5)
);
create index campaign_feedback_person on campaign_feedback (pseudonym, said_at desc);
create index campaign_feedback_of on campaign_feedback (campaign_id, campaign_version);
