-- What a subject has said, one row a change; the current state is the row with the highest version.
create table consent_version (
    id             bigint generated always as identity primary key,
    pseudonym      text        not null,
    version        bigint      not null check (version > 0),
    changed_at     timestamptz not null,
    jurisdiction   text        not null,
    age_band       text,
    notice_version text        not null,
    gpc            boolean     not null,
    method         text        not null,
    receipt_id     uuid        not null unique,
    unique (pseudonym, version)
);

-- All statements that hold at a version, not only those that changed.
create table consent_statement (
    version_id bigint      not null references consent_version on delete cascade,
    purpose    text        not null,
    status     text        not null,
    decided_at timestamptz not null,
    primary key (version_id, purpose)
);

-- History is never rewritten; it is only removed, whole, when its subject is erased.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger consent_version_append_only before update on consent_version
    for each row execute function refuse_rewriting();
create trigger consent_statement_append_only before update on consent_statement
    for each row execute function refuse_rewriting();
