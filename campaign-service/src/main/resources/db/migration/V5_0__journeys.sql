-- How somebody is spoken to, and which first times are over. Whoever is known already has had them.
create table recipient (
    pseudonym     text        not null primary key,
    locale        text,
    zone          text,
    visited       boolean     not null default false,
    ordered       boolean     not null default false,
    allowed_email boolean     not null default false,
    allowed_push  boolean     not null default false,
    changed_at    timestamptz not null
);
insert into recipient (pseudonym, visited, ordered, allowed_email, allowed_push, changed_at)
    select pseudonym, true, purchases > 0, true, true, now() from person where erased_at is null;

-- Somebody's way through a version of a campaign: a timer that is touched only when it is due.
create table journey (
    id               bigint generated always as identity primary key,
    pseudonym        text        not null,
    campaign_id      text        not null,
    campaign_version integer     not null,
    occasion         text        not null,
    product_id       text,
    consent_version  bigint      not null,
    state            text        not null,
    step             integer     not null,
    seen             text        not null,
    due_at           timestamptz,
    -- Held by a process that takes it on; when that dies, it is due again.
    leased_until     timestamptz,
    lease            uuid,
    entered_at       timestamptz not null,
    changed_at       timestamptz not null
);
-- The same occasion begins one journey, and nobody is in a campaign twice at once.
create unique index journey_once on journey (campaign_id, pseudonym, occasion);
create unique index journey_alone on journey (campaign_id, pseudonym) where state = 'waiting';
create index journey_due on journey (campaign_id, due_at) where due_at is not null;
create index journey_of_person on journey (pseudonym, state);

-- What became of each step that was due, and by which rule.
create table journey_firing (
    number           bigint generated always as identity primary key,
    journey_id       bigint      not null,
    pseudonym        text        not null,
    campaign_id      text        not null,
    campaign_version integer     not null,
    step             integer     not null,
    outcome          text        not null,
    rule             text        not null,
    message_id       text,
    at               timestamptz not null
);
create index journey_firing_of_person on journey_firing (pseudonym, campaign_id, at desc);
create index journey_firing_of_campaign on journey_firing (campaign_id, campaign_version, step);

-- Products as far as triggers and texts need them.
create table product (
    product_id  text        not null primary key,
    title       text        not null,
    title_zh    text,
    price_minor bigint,
    currency    text,
    available   boolean     not null,
    source_time timestamptz not null
);
create index person_item_of_product on person_item (product_id, pseudonym);

-- Walks over many people, a page a transaction: who is begun with on a schedule, who looked at a product. reached is where the walk stands.
create table trigger_walk (
    kind    text             not null,
    about   text             not null,
    share   double precision not null default 0,
    reached text             not null default '',
    done    boolean          not null default false,
    at      timestamptz      not null,
    primary key (kind, about, at)
);
create index trigger_walk_open on trigger_walk (at) where not done;

-- These triggers name a segment now; without one they have never fired and never would.
update campaign set state = 'ended' where state in ('running', 'paused') and exists (
    select from campaign_version v
    where v.campaign_id = campaign.id and v.version = campaign.running_version
        and v.definition ~ '"type"\s*:\s*"(falling_alive|replenishment_due|loyalty_step)"');
update campaign_stamp set changes = changes + 1;
