-- Answers for clients that repeat a call. Key and body are kept as hashes; an erased subject's answer is emptied.
create table idempotent_answer (
    key_hash    bytea       primary key,
    fingerprint bytea       not null,
    pseudonym   text,
    answer      text,
    created_at  timestamptz not null
);
create index idempotent_answer_subject on idempotent_answer (pseudonym) where pseudonym is not null;
create index idempotent_answer_age on idempotent_answer using brin (created_at);
