-- What became of a conversation. An empty pseudonym: nobody is known; of people who don't allow analytics there is no row in any of these tables.
create table assistant_outcome (
    conversation_id uuid        primary key,
    pseudonym       text        not null,
    language        text        not null,
    -- Of the experiment with answers, or the usual one.
    variation       text        not null,
    begun_at        timestamptz not null,
    answers         integer     not null default 0,
    unsure          integer     not null default 0,
    handed_over     boolean     not null default false,
    stars           smallint    check (stars between 1 and 5)
);
create index assistant_outcome_of_person on assistant_outcome (pseudonym) where pseudonym <> '';
create index assistant_outcome_by_time on assistant_outcome (begun_at);

-- Whether an answer helped.
create table assistant_thumb (
    conversation_id uuid        not null,
    number          integer     not null,
    pseudonym       text        not null,
    helpful         boolean     not null,
    given_at        timestamptz not null,
    primary key (conversation_id, number)
);
create index assistant_thumb_of_person on assistant_thumb (pseudonym) where pseudonym <> '';
create index assistant_thumb_by_time on assistant_thumb (given_at);

-- Questions that nothing answered, with what is sensitive masked, and where they lie among meanings.
create table assistant_unanswered (
    id              uuid        primary key,
    conversation_id uuid        not null,
    pseudonym       text        not null,
    language        text        not null,
    question        text        not null,
    point           real[]      not null,
    asked_at        timestamptz not null,
    -- Which article answers it now.
    article         text,
    answered_at     timestamptz
);
create index assistant_unanswered_of_person on assistant_unanswered (pseudonym) where pseudonym <> '';
create index assistant_unanswered_by_time on assistant_unanswered (language, asked_at);
create index assistant_unanswered_of_conversation on assistant_unanswered (conversation_id);
