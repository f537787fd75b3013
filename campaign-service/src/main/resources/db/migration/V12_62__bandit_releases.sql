-- What the guard has released of a campaign's outcomes, each time that it drew new numbers; for the shares over time. Never exact.
create table bandit_release (
    campaign_id      text        not null,
    campaign_version integer     not null,
    number           integer     not null,
    -- n, sum and sum of squares by context and variation, as they were shown.
    evidence         text        not null,
    released_at      timestamptz not null,
    primary key (campaign_id, campaign_version, number)
);

-- Exact numbers of allocations before the guard; the next allocation writes a report of released ones.
delete from coupon_allocation_report;
