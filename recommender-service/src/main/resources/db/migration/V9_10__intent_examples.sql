-- A shop's own examples of what shoppers want, learned from beside those that ship.
create table intent_example (
    id         text        primary key,
    locale     text        not null check (locale in ('en', 'zh')),
    intent     text        not null,
    text       text        not null,
    changed_at timestamptz not null default now()
);
