-- What was paid for a product of a purchase, so that revenue can be credited to what was shown.
alter table interaction add column paid_minor bigint;
alter table interaction add column currency text;

-- What followed from showing a product: when it was first looked at, when it was first ordered, for how much altogether.
alter table exposure add column clicked_at timestamptz;
alter table exposure add column ordered_at timestamptz;
alter table exposure add column paid_minor bigint;
alter table exposure add column currency text;
drop index exposure_of_person;
create index exposure_of_person on exposure (pseudonym, product_id, exposed_at desc);
create index exposure_by_time on exposure (exposed_at);

-- Up to which interaction feedback is credited, and the newest one that was there when it was looked last.
create table feedback_progress (
    single   boolean primary key default true check (single),
    credited bigint  not null,
    seen     bigint  not null
);
insert into feedback_progress (credited, seen) select coalesce(max(id), 0), coalesce(max(id), 0) from interaction;
