-- Committed entries that have no place in the tree yet; the sequencer moves them, in the order of their ids.
create table audit_pending (
    id    bigint generated always as identity primary key,
    entry text not null
);

-- The log: the canonical text is the leaf. What is searched for is derived from it and can't be changed alone.
create table audit_leaf (
    leaf_index bigint primary key check (leaf_index >= 0),
    entry      text   not null,
    at         text   collate "C" not null generated always as (entry::jsonb ->> 'at') stored,
    event      text   not null generated always as (entry::jsonb ->> 'event') stored,
    actor      text   not null generated always as (entry::jsonb ->> 'actor') stored,
    subject    text   generated always as (entry::jsonb ->> 'subject') stored
);
create index audit_leaf_at on audit_leaf (at);
create index audit_leaf_event on audit_leaf (event, leaf_index);
create index audit_leaf_actor on audit_leaf (actor, leaf_index);
create index audit_leaf_subject on audit_leaf (subject) where subject is not null;

-- Complete subtrees, leaves included. The leaf that completes a subtree and its level name it.
create table audit_node (
    completed_by bigint   not null,
    level        smallint not null,
    hash         bytea    not null,
    primary key (completed_by, level)
);

-- Signed heads, each with the hash of the one before.
create table audit_head (
    seq       bigint primary key,
    head      text   not null,
    signature bytea  not null,
    size      bigint not null generated always as ((head::jsonb ->> 'size')::bigint) stored
);
create index audit_head_size on audit_head (size);

-- Who is meant by a leaf's subject. An erasure deletes these rows, and with the salt the leaf names nobody.
create table audit_subject (
    commitment text  primary key,
    pseudonym  text  not null,
    salt       bytea not null
);
create index audit_subject_pseudonym on audit_subject (pseudonym);

-- A guard against accidents. Against whoever may drop a trigger there are the signatures.
create trigger audit_leaf_append_only before update or delete on audit_leaf
    for each row execute function refuse_rewriting();
create trigger audit_node_append_only before update or delete on audit_node
    for each row execute function refuse_rewriting();
create trigger audit_head_append_only before update or delete on audit_head
    for each row execute function refuse_rewriting();
