-- Questions about people that were answered exactly: what the differencing guard remembers. No person is in it.
create table told_count (
    dataset  text        not null,
    question text        not null,
    people   bigint      not null,
    told_at  timestamptz not null,
    primary key (dataset, question)
);

-- Answers with noise, to be repeated: a second draw of the same noise would let it be averaged away.
create table noised_count (
    dataset        text        not null,
    question       text        not null,
    epsilon_micros bigint      not null,
    people         bigint      not null,
    told_at        timestamptz not null,
    primary key (dataset, question, epsilon_micros)
);

-- What an analyst has spent in a period, in millionths of epsilon.
create table privacy_budget (
    analyst      text   not null,
    dataset      text   not null,
    period       bigint not null,
    spent_micros bigint not null check (spent_micros >= 0),
    primary key (analyst, dataset, period)
);
