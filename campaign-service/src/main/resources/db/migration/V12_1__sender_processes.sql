-- Processes that send, as long as they say so: each takes its share of what a provider may be given.
create table sender_process (
    id      uuid        not null primary key,
    seen_at timestamptz not null
);
