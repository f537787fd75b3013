-- A coupon and what of its budget is held and spent. The row is the budget's lock: it is only ever changed by one conditional update.
create table coupon (
    id             text        not null primary key,
    definition     text        not null,
    budget_minor   bigint,
    most_uses      bigint,
    reserved_minor bigint      not null default 0,
    redeemed_minor bigint      not null default 0,
    uses           bigint      not null default 0,
    made_at        timestamptz not null,
    ended_at       timestamptz,
    check (reserved_minor >= 0 and redeemed_minor >= 0 and uses >= 0),
    check (budget_minor is null or reserved_minor + redeemed_minor <= budget_minor),
    check (most_uses is null or uses <= most_uses)
);

-- A code by its hash: who reads the table can't use it. The pseudonym is there for a personal one only.
create table coupon_code (
    code_hash text        not null primary key,
    coupon_id text        not null references coupon (id),
    pseudonym text,
    most_uses bigint,
    uses      bigint      not null default 0,
    issued_at timestamptz not null,
    check (uses >= 0 and (most_uses is null or uses <= most_uses))
);
create index coupon_code_of_person on coupon_code (pseudonym) where pseudonym is not null;

-- A use under the storefront's own id. The pseudonym is kept only where the coupon is personal or limited by person.
create table coupon_use (
    id             text        not null primary key,
    coupon_id      text        not null references coupon (id),
    code_hash      text        not null,
    pseudonym      text,
    state          text        not null,
    off_minor      bigint      not null,
    cost_minor     bigint      not null,
    gift           text,
    currency       text        not null,
    request_hash   text        not null,
    reserved_at    timestamptz not null,
    expires_at     timestamptz not null,
    settled_at     timestamptz
);
create index coupon_use_open on coupon_use (coupon_id, expires_at) where state = 'reserved';
create index coupon_use_of_person on coupon_use (pseudonym, coupon_id) where pseudonym is not null;
create index coupon_use_age on coupon_use using brin (reserved_at);
