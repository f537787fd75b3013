-- Whose rows stand under another pseudonym since the key was changed. What comes in late under the old one is put there too.
create table pseudonym_successor (
    pseudonym text not null primary key,
    successor text not null
);
create index pseudonym_successor_of on pseudonym_successor (successor);
