-- What is known of somebody at a moment, as uplift is learned from: one definition for what was known when chance assigned a person and for what is known now.
create function known_of(whose text, as_of timestamptz) returns text language sql stable as $$
    select json_build_object(
        'orders', coalesce((select purchases from person where pseudonym = whose), 0),
        'items', (select count(*) from person_item where pseudonym = whose and last_at <= as_of),
        'daysSinceItem', (select extract(epoch from as_of - max(last_at)) / 86400 from person_item
            where pseudonym = whose and last_at <= as_of),
        'contacts', (select count(*) from campaign_contact where pseudonym = whose and at < as_of),
        'clicks', (select count(*) from campaign_contact where pseudonym = whose and clicked_at < as_of),
        'segments', (select coalesce(json_agg(segment_id order by segment_id), '[]') from segment_member
            where pseudonym = whose and member))::text
$$;

-- What was known before: what is known later may be an effect. Goes when personalization is taken back.
alter table campaign_person add column known text;

-- What was learned, without a person in it; the highest number is in use.
create table uplift_model (
    campaign_id text        not null,
    variation   text        not null,
    number      integer     not null,
    trained_at  timestamptz not null,
    model       text        not null,
    -- How it fits those who came later.
    watch       text,
    primary key (campaign_id, variation, number)
);

-- The measured effect of what runs: differences of two groups.
create table campaign_effect (
    campaign_id      text             not null primary key,
    campaign_version integer          not null,
    treated          bigint           not null,
    held_out         bigint           not null,
    effect           double precision not null,
    error            double precision not null,
    measured_at      timestamptz      not null
);

-- Whoever moves the moment on does the work.
create table uplift_clock (
    one    boolean     not null primary key default true check (one),
    due_at timestamptz not null
);
insert into uplift_clock (due_at) values (now());
