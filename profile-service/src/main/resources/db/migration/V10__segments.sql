-- Segments as they stand, and each version that they had.
create table segment (
    id          text        primary key,
    version     int         not null,
    name        text        not null,
    description text        not null,
    rule        jsonb       not null,
    archived    boolean     not null,
    changed_at  timestamptz not null,
    -- The size that was told last, see SizeTold; null before the first time.
    told_size   bigint
);
create table segment_version (
    segment_id  text        not null,
    version     int         not null,
    name        text        not null,
    description text        not null,
    rule        jsonb       not null,
    archived    boolean     not null,
    changed_at  timestamptz not null,
    primary key (segment_id, version)
);

-- One row. Whoever evaluates rules holds it for reading, whoever changes one holds it for writing: nobody writes by rules that are gone.
create table segment_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null,
    -- The versions of the models on which values rested at the last look at everybody.
    models   text   not null default '{}'
);
insert into segment_revision (revision) values (0);

-- Who is in which segment.
create table segment_member (
    segment_id      text        not null,
    pseudonym       text        not null,
    segment_version int         not null,
    since           timestamptz not null,
    primary key (segment_id, pseudonym)
);
create index segment_member_of on segment_member (pseudonym);

-- When a person must be looked at again though nothing happens. Who takes a row puts it off, so that another takes it when this one dies.
create table segment_due (
    pseudonym text        primary key,
    due_at    timestamptz not null
) with (fillfactor = 80);
create index segment_due_at on segment_due (due_at);

-- How many entered and left on a day (UTC), and the size that was told last on that day. Nobody is in it.
create table segment_day (
    segment_id text   not null,
    day        date   not null,
    entered    bigint not null,
    left_it    bigint not null,
    told       bigint,
    primary key (segment_id, day)
);

-- A look at all people after a change of a rule. The checkpoint is the last pseudonym that was looked at; empty when it is done.
create table segment_backfill (
    id         bigint generated always as identity primary key,
    segment_id text        not null,
    version    int         not null,
    state      text        not null,
    checkpoint text        not null,
    seen       bigint      not null,
    people     bigint      not null,
    asked_at   timestamptz not null,
    started_at timestamptz,
    ended_at   timestamptz
);
create index segment_backfill_open on segment_backfill (id) where state in ('queued', 'running');
create index segment_backfill_of on segment_backfill (segment_id, id);

-- Rules of which the exact size was told, to compare further ones with.
create table segment_preview (
    rule    jsonb       not null,
    told_at timestamptz not null
);
create index segment_preview_at on segment_preview (told_at);

-- What every shop has. The look at all people that follows puts them in.
insert into segment (id, version, name, description, rule, archived, changed_at) values
    ('new-visitor', 1, 'New visitors', 'First seen less than thirty days ago, nothing bought yet.',
     '{"all":[{"since_first":{},"op":"<","operand":"P30D"},{"not":{"did":{"types":["purchase"]}}}]}', false, now()),
    ('buyer', 1, 'Buyers', 'Bought something within a year.', '{"did":{"types":["purchase"]}}', false, now());
insert into segment_version (segment_id, version, name, description, rule, archived, changed_at)
    select id, version, name, description, rule, archived, changed_at from segment;
insert into segment_backfill (segment_id, version, state, checkpoint, seen, people, asked_at)
    select id, version, 'queued', '', 0, 0, now() from segment;
update segment_revision set revision = 1;

-- Who was in them before there were rules.
insert into segment_member (segment_id, pseudonym, segment_version, since)
    select segment_id, pseudonym, 1, now() from built_in_segment where segment_id in ('new-visitor', 'buyer');
insert into segment_day (segment_id, day, entered, left_it)
    select segment_id, (now() at time zone 'UTC')::date, count(*), 0 from segment_member group by segment_id;
insert into segment_due (pseudonym, due_at)
    select distinct pseudonym, now() + interval '1 day' from segment_member;
drop table built_in_segment;
