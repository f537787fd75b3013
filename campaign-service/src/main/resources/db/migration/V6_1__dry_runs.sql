-- Of which versions numbers were told, so that another one's numbers, compared with them, tell of nobody alone. Nothing of a person.
create table dry_run_told (
    campaign_id text        not null,
    version     integer     not null,
    told_at     timestamptz not null,
    primary key (campaign_id, version)
);
