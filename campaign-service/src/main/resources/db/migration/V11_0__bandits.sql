-- With which probability a variation was shown to somebody who wasn't held out, in which context, by which epoch of weights.
alter table campaign_contact
    add column propensity double precision,
    add column context    integer not null default 0,
    add column epoch      integer not null default 0;

-- What a campaign has learned, epoch by epoch; sums of people, nobody's name. An epoch never changes.
create table bandit_weights (
    campaign_id      text        not null,
    campaign_version integer     not null,
    epoch            integer     not null,
    -- By context, in the order of the variations.
    weights          text        not null,
    -- Of what: n, sum and sum of squares by context and variation.
    evidence         text        not null,
    computed_at      timestamptz not null,
    primary key (campaign_id, campaign_version, epoch)
);
