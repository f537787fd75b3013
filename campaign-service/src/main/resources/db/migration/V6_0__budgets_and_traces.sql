-- Under which version's limits a campaign's shares were cut; the row is the lock of whoever cuts them anew.
create table campaign_account (
    campaign_id text    not null primary key,
    version     integer not null
);

-- What may still be given of a campaign with limits, cut into shares: a decision takes one from a share that nobody holds, so that decisions
-- do not wait for each other, and the sum of the shares is never more than the limit.
create table campaign_share (
    campaign_id text    not null,
    share       integer not null,
    version     integer not null,
    unused      bigint  not null,
    given       bigint  not null default 0,
    spent_minor bigint  not null default 0,
    primary key (campaign_id, share),
    check (unused >= 0 and given >= 0 and spent_minor >= 0)
) with (fillfactor = 40);

-- Who won, who lost, by which rule, on which data. In the decision's own row: it is written, moved, exported and erased with it.
alter table decision add column trace text;
