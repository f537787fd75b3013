-- What was read in the strings of the browser, never the strings: they hold ids of vendors and times that single people out.
alter table consent_version
    add column tcf_purposes          text,
    add column gpp                   text,
    add column known_age_band        text,
    add column earlier_jurisdictions text not null default '';

alter table consent_statement
    add column notice_version text not null default '',
    add column expires_at     timestamptz;

-- As of a moment is one descent of this index, however long the history of a subject is.
create index consent_version_as_of on consent_version (pseudonym, changed_at desc, version desc);
create index consent_statement_granted on consent_statement (notice_version, purpose, version_id)
    where status in ('grant', 'grant_parental');

-- What people were told. A notice is never changed: another text is another version.
create table notice (
    version      text        primary key,
    language     text        not null,
    url          text        not null,
    valid_for    text,
    published_at timestamptz not null
);

-- Grants that rest on an older notice and don't hold any more.
create table notice_invalidation (
    notice      text not null references notice,
    invalidates text not null references notice,
    purpose     text not null,
    -- When no grant was left that had to be ended.
    done_at     timestamptz,
    primary key (notice, invalidates, purpose)
);

create trigger notice_append_only before update on notice for each row execute function refuse_rewriting();

-- A shop begins with one notice; its own come by PUT /v1/notices/{version}.
insert into notice values ('1', 'en', '', null, '2026-11-25T00:00:00Z');
