-- Who pays for ads. The row is the budget's lock: it is only ever changed by one conditional update.
create table advertiser (
    id              text        not null primary key,
    definition      text        not null,
    budget_minor    bigint      not null,
    daily_minor     bigint,
    spent_minor     bigint      not null default 0,
    day             date,
    day_spent_minor bigint      not null default 0,
    made_at         timestamptz not null,
    check (spent_minor between 0 and budget_minor),
    check (day_spent_minor >= 0 and (daily_minor is null or day_spent_minor <= daily_minor))
);

create table advert (
    id            text        not null primary key,
    advertiser_id text        not null references advertiser (id),
    definition    text        not null,
    made_at       timestamptz not null,
    ended_at      timestamptz
);

-- One click an impression. Nobody's: an impression belongs to no person.
create table ad_click (
    impression    text        not null primary key,
    advert_id     text        not null,
    advertiser_id text        not null,
    price_minor   bigint      not null,
    charged       boolean     not null,
    clicked_at    timestamptz not null
);

-- The key under which replicas sign what a click costs; made by the first of them.
create table ad_token_key (
    id   integer not null primary key check (id = 1),
    key  bytea   not null
);
