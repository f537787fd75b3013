-- Which arm of a campaign's version somebody was assigned to. Only of people who allow analytics.
create table campaign_person (
    campaign_id      text        not null,
    campaign_version integer     not null,
    pseudonym        text        not null,
    holdout          boolean     not null,
    variation        text        not null,
    first_at         timestamptz not null,
    primary key (campaign_id, campaign_version, pseudonym)
);
create index campaign_person_person on campaign_person (pseudonym);

-- Each time that somebody got it, by the id of the decision or message.
create table campaign_contact (
    id               text        not null primary key,
    campaign_id      text        not null,
    campaign_version integer     not null,
    variation        text        not null,
    pseudonym        text        not null,
    -- The placement, or the channel.
    way              text        not null,
    at               timestamptz not null,
    opened_at        timestamptz,
    clicked_at       timestamptz
);
create index campaign_contact_person on campaign_contact (pseudonym, campaign_id, at desc);
create index campaign_contact_of on campaign_contact (campaign_id, campaign_version);

-- Orders of people who are in an arm; which campaigns they count for is a matter of time.
create table campaign_order (
    message_id    text        not null primary key,
    pseudonym     text        not null,
    revenue_minor bigint      not null,
    currency      text        not null,
    ordered_at    timestamptz not null
);
create index campaign_order_person on campaign_order (pseudonym, ordered_at);
