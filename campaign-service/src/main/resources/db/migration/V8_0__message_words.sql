-- A message changes three times on its way; its words don't, and stood in each copy that a change makes.
create table message_words (
    message_id text        not null primary key references message (id) on delete cascade,
    pseudonym  text        not null,
    subject    text,
    html       text,
    plain      text,
    queued_at  timestamptz not null
);
create index message_words_of_person on message_words (pseudonym);
insert into message_words (message_id, pseudonym, subject, html, plain, queued_at)
    select id, pseudonym, subject, html, plain, queued_at from message where coalesce(subject, html, plain) is not null;

-- A sender's hold touches no index, so that a claim is written in place; room for it is left on each page.
alter table message
    drop column subject, drop column html, drop column plain,
    add column held_until timestamptz,
    set (fillfactor = 50);
comment on column message.next_at is 'When it is due; while a sender holds it, only after held_until.';
