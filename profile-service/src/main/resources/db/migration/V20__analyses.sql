-- Questions about many people and their answers, of which none tells of fewer than k. No person is in it.
create table analysis (
    id               uuid             primary key,
    kind             text             not null,
    -- A hash of the question: the same question has the same answer for a while.
    question         text             not null,
    state            text             not null check (state in ('running', 'done', 'failed', 'cancelled')),
    progress         double precision not null,
    asked_at         timestamptz      not null,
    heartbeat_at     timestamptz      not null,
    finished_at      timestamptz,
    cancel_requested boolean          not null default false,
    failure          text,
    result           text
);
create unique index analysis_running on analysis (question) where state = 'running';
create index analysis_answered on analysis (question, asked_at) where state = 'done';
create index analysis_asked on analysis (asked_at);
