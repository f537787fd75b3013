-- Which variation of a campaign was allocated to a person; who has none gets none.
create table coupon_allocation (
    campaign_id    text             not null,
    pseudonym      text             not null,
    variation      text             not null,
    expected_value double precision not null,
    expected_cost  double precision not null,
    allocated_at   timestamptz      not null,
    primary key (campaign_id, pseudonym)
);
create index coupon_allocation_of_person on coupon_allocation (pseudonym);

-- How the last allocation of a campaign went; numbers of enough people only.
create table coupon_allocation_report (
    campaign_id text        not null primary key,
    made_at     timestamptz not null,
    report      text        not null
);
