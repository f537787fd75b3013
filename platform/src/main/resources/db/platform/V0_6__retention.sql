-- The last removal of rows whose time was over, of each table.
create table retention_run (
    table_name    text        primary key,
    ran_at        timestamptz not null,
    removed       bigint      not null,
    removed_total bigint      not null
);
