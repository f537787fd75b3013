-- Restores of this database after which db/after-restore.sql was run.
create table restored (
    name text primary key,
    at   timestamptz not null default now()
);
