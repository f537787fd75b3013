-- The last sign of life that each process has written. A process that finds an older one than it knows to be committed sees that the database
-- went back. Nobody is in it.
create table database_beat (
    process   uuid        primary key,
    beat      bigint      not null,
    beaten_at timestamptz not null default now()
);
