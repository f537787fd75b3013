-- A message to one person, from its queueing to what became of it. Its words go when nobody needs them any more.
create table message (
    id               text        not null primary key,
    -- What the world outside knows it by: Message-ID, webhook-id, the link to unsubscribe.
    link             uuid        not null default gen_random_uuid(),
    pseudonym        text        not null,
    channel          text        not null,
    purpose          text        not null,
    -- Under which version of the consent it was queued: a later refusal stops it, even if it was granted again.
    consent_version  bigint      not null,
    campaign_id      text        not null,
    campaign_version integer     not null,
    variation        text        not null,
    subject          text,
    html             text,
    plain            text,
    not_after        timestamptz not null,
    state            text        not null default 'queued',
    -- Why it stands there: a code, never the words of a mail server, which repeat addresses.
    reason           text,
    attempts         integer     not null default 0,
    -- When it is due; a sender that holds it puts this off, and it is due again when that sender is lost.
    next_at          timestamptz not null,
    -- Which hold of a sender: only its holder moves it on.
    lease            uuid,
    queued_at        timestamptz not null,
    changed_at       timestamptz not null
);
create index message_due on message (channel, next_at) where state = 'queued';
create index message_open on message (state, changed_at, id) where state in ('handed_over', 'in_doubt', 'failed');
create index message_of_person on message (pseudonym);
create unique index message_link on message (link);
create index message_age on message using brin (queued_at);

-- Who gets nothing by a channel; an empty purpose stands for all of them.
create table suppression (
    pseudonym     text        not null,
    channel       text        not null,
    purpose       text        not null,
    reason        text        not null,
    -- Whether privacy-service still has to be told that the consent is withdrawn.
    untold        boolean     not null default false,
    suppressed_at timestamptz not null,
    primary key (pseudonym, channel, purpose)
);
create index suppression_untold on suppression (suppressed_at) where untold;

-- What an operator decided about messages in doubt and dead letters, by whom and why. Only added to.
create table message_decision (
    number     bigint      generated always as identity primary key,
    message_id text        not null,
    decision   text        not null,
    was        text        not null,
    decided_by text        not null,
    because    text        not null,
    decided_at timestamptz not null
);
