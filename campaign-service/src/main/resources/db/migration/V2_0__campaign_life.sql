-- Until now a version was published from a file of the service and was never changed by anybody; those files are published again at the start.
drop table campaign;

-- Where a campaign stands: the version that was approved last decides while the state is running.
create table campaign (
    id              text    not null primary key,
    state           text    not null,
    running_version integer,
    newest_version  integer not null,
    -- Counts every change: the ETag.
    revision        bigint  not null
);

-- A version's definition never changes. author and approver are subjects of staff tokens, never people of the shop.
create table campaign_version (
    campaign_id text        not null references campaign (id) deferrable initially deferred,
    version     integer     not null,
    stage       text        not null,
    definition  text        not null,
    author      text        not null,
    made_at     timestamptz not null,
    approver    text,
    approved_at timestamptz,
    primary key (campaign_id, version)
);

-- Who did what, in order. Nothing is changed or removed here.
create table campaign_deed (
    number      bigint generated always as identity primary key,
    campaign_id text        not null,
    version     integer     not null,
    deed        text        not null,
    actor       text        not null,
    at          timestamptz not null,
    note        text        not null
);
create index campaign_deed_of on campaign_deed (campaign_id, number desc);

-- One row: whoever changes a campaign updates it first, and decisions read it to know whether what they hold is still true.
create table campaign_stamp (
    changes bigint not null
);
insert into campaign_stamp (changes) values (1);
