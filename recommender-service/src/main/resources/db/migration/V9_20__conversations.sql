-- Conversations of shoppers with the assistant. An empty pseudonym: nobody is known. Texts go with their conversation.
create table conversation (
    id               uuid        primary key,
    pseudonym        text        not null,
    -- The consent under which it was opened.
    consent_version  bigint      not null,
    -- Whether it may outlast its end: the person allows analytics. Without that it goes when it is over.
    kept             boolean     not null,
    language         text        not null,
    locale           text        not null,
    opened_at        timestamptz not null,
    last_at          timestamptz not null,
    messages         integer     not null default 0,
    -- What was spoken of last, so that "and to Austria?" can be read; JSON.
    memory           text        not null,
    handed_over_at   timestamptz,
    closed_at        timestamptz
);
create index conversation_of_person on conversation (pseudonym) where pseudonym <> '';
create index conversation_by_time on conversation (last_at);

create table conversation_message (
    conversation_id  uuid        not null references conversation (id) on delete cascade,
    number           integer     not null,
    pseudonym        text        not null,
    from_shopper     boolean     not null,
    text             text        not null,
    kind             text        not null,
    intent           text        not null,
    confidence       float8      not null,
    language         text        not null,
    -- Sources, products and choices of an answer; JSON.
    shown            text        not null,
    at               timestamptz not null,
    primary key (conversation_id, number)
);
create index conversation_message_of_person on conversation_message (pseudonym) where pseudonym <> '';

-- Conversations on their way to a person of the shop; the body goes when it was delivered.
create table hand_over (
    id               uuid        primary key,
    conversation_id  uuid        not null references conversation (id) on delete cascade,
    pseudonym        text        not null,
    -- Masked transcript, JSON as it is sent.
    body             text        not null,
    asked_at         timestamptz not null,
    due_at           timestamptz not null,
    attempts         integer     not null default 0,
    failure          text        not null default '',
    delivered_at     timestamptz
);
create index hand_over_of_conversation on hand_over (conversation_id);
create index hand_over_of_person on hand_over (pseudonym) where pseudonym <> '';
create index hand_over_due on hand_over (due_at) where delivered_at is null;
