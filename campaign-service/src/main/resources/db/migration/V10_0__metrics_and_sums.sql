-- A browser's row once its customer has one: it counts nowhere. (Also of V9_1, where that comes first.)
alter table experiment_exposure add column if not exists merged boolean not null default false;

-- What the metrics file says, as far as sums need it: written at each start.
create table metric (
    id             text    not null primary key,
    -- any: yes when there is a fact; sum: their values; ratio: one sum over another; funnel: the measure after the first fact of per, of those who have one.
    kind           text    not null,
    measure        text    not null,
    per            text,
    -- Facts count that are later than first_at + from_seconds, until first_at + until_seconds; before the exposure those of before_seconds.
    from_seconds   bigint  not null,
    until_seconds  bigint  not null,
    before_seconds bigint  not null,
    cap            numeric,
    changed_at     timestamptz not null
);

-- What an event of a person who allows analytics adds to a measure. The same event again changes nothing.
create table metric_fact (
    message_id text        not null,
    measure    text        not null,
    pseudonym  text        not null,
    session_id text        not null,
    value      numeric     not null,
    at         timestamptz not null,
    primary key (message_id, measure)
);
create index metric_fact_person on metric_fact (pseudonym, at);
create index metric_fact_measure on metric_fact (measure, at);

-- What a unit of an experiment comes to: x (of a ratio over y) after its exposure, b (over c) before it. No row: all of them are 0.
create table experiment_value (
    experiment_id text        not null,
    phase         integer     not null,
    unit          text        not null,
    metric        text        not null,
    pseudonym     text        not null,
    variation     text        not null,
    first_at      timestamptz not null,
    x             numeric     not null,
    y             numeric     not null,
    b             numeric     not null,
    c             numeric     not null,
    primary key (experiment_id, phase, unit, metric)
);
create index experiment_value_person on experiment_value (pseudonym);

-- Sums over the units of an arm; n of the metrics "exposed" and "mixed" are units, of the others rows of experiment_value. Numbers are exact,
-- so that what is taken away leaves nothing behind.
create table experiment_sum (
    experiment_id text    not null,
    phase         integer not null,
    variation     text    not null,
    metric        text    not null,
    n  numeric not null,
    x  numeric not null, y  numeric not null, b  numeric not null, c  numeric not null,
    xx numeric not null, yy numeric not null, bb numeric not null, cc numeric not null,
    xy numeric not null, xb numeric not null, xc numeric not null, yb numeric not null, yc numeric not null, bc numeric not null,
    primary key (experiment_id, phase, variation, metric)
);

-- Changes of the sums that aren't folded into them yet: rows are only added, so that no two transactions wait for each other.
create table experiment_delta (
    id bigint generated always as identity primary key,
    like experiment_sum
);

create view experiment_total as
    select experiment_id, phase, variation, metric, sum(n) as n,
        sum(x) as x, sum(y) as y, sum(b) as b, sum(c) as c, sum(xx) as xx, sum(yy) as yy, sum(bb) as bb, sum(cc) as cc,
        sum(xy) as xy, sum(xb) as xb, sum(xc) as xc, sum(yb) as yb, sum(yc) as yc, sum(bc) as bc
    from (
        select * from experiment_sum
        union all
        select experiment_id, phase, variation, metric, n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc from experiment_delta) as both_parts
    group by experiment_id, phase, variation, metric;

-- The values as they follow from exposures and facts.
create view experiment_fresh_value as
    select experiment_id, phase, unit, metric, pseudonym as person, variation, first_at,
        case kind when 'any' then (xs > 0)::int when 'funnel' then coalesce(x_last >= y_first, false)::int else least(x_sum, cap) end as x,
        case kind when 'ratio' then y_sum when 'funnel' then (y_first is not null)::int else 0 end as y,
        case kind when 'any' then (bs > 0)::int when 'funnel' then coalesce(b_last >= c_first, false)::int else least(b_sum, cap) end as b,
        case kind when 'ratio' then c_sum when 'funnel' then (c_first is not null)::int else 0 end as c
    from (
        select e.experiment_id, e.phase, e.unit, e.pseudonym, e.variation, e.first_at, m.id as metric, m.kind, m.cap,
            count(*) filter (where t.after and f.measure = m.measure) as xs,
            coalesce(sum(f.value) filter (where t.after and f.measure = m.measure), 0) as x_sum,
            max(f.at) filter (where t.after and f.measure = m.measure) as x_last,
            coalesce(sum(f.value) filter (where t.after and f.measure = m.per), 0) as y_sum,
            min(f.at) filter (where t.after and f.measure = m.per) as y_first,
            count(*) filter (where t.before and f.measure = m.measure) as bs,
            coalesce(sum(f.value) filter (where t.before and f.measure = m.measure), 0) as b_sum,
            max(f.at) filter (where t.before and f.measure = m.measure) as b_last,
            coalesce(sum(f.value) filter (where t.before and f.measure = m.per), 0) as c_sum,
            min(f.at) filter (where t.before and f.measure = m.per) as c_first
        from experiment_exposure e
        -- By person, whatever the planner believes of tables that have just begun to grow.
        cross join lateral (select measure, session_id, value, at from metric_fact where pseudonym = e.pseudonym offset 0) as f
        join metric m on f.measure = m.measure or f.measure = m.per
        cross join lateral (select
            f.at > e.first_at + make_interval(secs => m.from_seconds) and f.at <= e.first_at + make_interval(secs => m.until_seconds)
                and (e.unit = e.pseudonym or f.session_id = substr(e.unit, length(e.pseudonym) + 2)) as after,
            f.at <= e.first_at and f.at > e.first_at - make_interval(secs => m.before_seconds) as before) as t
        where not e.mixed and not e.merged and (t.after or t.before)
        group by e.experiment_id, e.phase, e.unit, e.pseudonym, e.variation, e.first_at, m.id) as summed;

-- Makes the values of people what they should be. Whoever changes facts or exposures of a person has locked the person's row, or waits for it here.
create function experiment_revalue(people text[]) returns void language plpgsql set jit = off as $$
begin
    if cardinality(people) = 0 then
        return;
    end if;
    perform from person where pseudonym = any(people) order by pseudonym for update;
    with fresh as materialized (
        select * from experiment_fresh_value
        where person = any(people) and (x <> 0 or y <> 0 or b <> 0 or c <> 0)),
    gone as (
        delete from experiment_value v where v.pseudonym = any(people) and not exists (
            select from fresh f where (f.experiment_id, f.phase, f.unit, f.metric) = (v.experiment_id, v.phase, v.unit, v.metric)))
    insert into experiment_value (experiment_id, phase, unit, metric, pseudonym, variation, first_at, x, y, b, c)
    select experiment_id, phase, unit, metric, person, variation, first_at, x, y, b, c from fresh
    on conflict (experiment_id, phase, unit, metric) do update set
        pseudonym = excluded.pseudonym, variation = excluded.variation, first_at = excluded.first_at,
        x = excluded.x, y = excluded.y, b = excluded.b, c = excluded.c
        where (experiment_value.pseudonym, experiment_value.variation, experiment_value.first_at,
                experiment_value.x, experiment_value.y, experiment_value.b, experiment_value.c)
            is distinct from (excluded.pseudonym, excluded.variation, excluded.first_at, excluded.x, excluded.y, excluded.b, excluded.c);
end $$;

create function experiment_facts_changed() returns trigger language plpgsql as $$
begin
    perform experiment_revalue(array(select distinct pseudonym from changed));
    return null;
end $$;
create trigger metric_fact_added after insert on metric_fact
    referencing new table as changed for each statement execute function experiment_facts_changed();
create trigger metric_fact_removed after delete on metric_fact
    referencing old table as changed for each statement execute function experiment_facts_changed();

create function experiment_facts_moved() returns trigger language plpgsql as $$
begin
    perform experiment_revalue(array(select pseudonym from was union select pseudonym from changed));
    return null;
end $$;
create trigger metric_fact_moved after update on metric_fact
    referencing old table as was new table as changed for each statement execute function experiment_facts_moved();

create function experiment_count(experiment_id text, phase integer, variation text, metric text, n numeric) returns void language sql as $$
    insert into experiment_delta (experiment_id, phase, variation, metric, n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc)
    values (experiment_id, phase, variation, metric, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
$$;

create function experiment_exposures_added() returns trigger language plpgsql as $$
begin
    perform experiment_count(experiment_id, phase, variation, case when mixed then 'mixed' else 'exposed' end, count(*))
        from changed where not merged group by experiment_id, phase, variation, mixed;
    perform experiment_revalue(array(select distinct pseudonym from changed));
    return null;
end $$;
create trigger experiment_exposure_added after insert on experiment_exposure
    referencing new table as changed for each statement execute function experiment_exposures_added();

create function experiment_exposures_removed() returns trigger language plpgsql as $$
begin
    perform experiment_count(experiment_id, phase, variation, case when mixed then 'mixed' else 'exposed' end, -count(*))
        from was where not merged group by experiment_id, phase, variation, mixed;
    perform experiment_revalue(array(select distinct pseudonym from was));
    return null;
end $$;
create trigger experiment_exposure_removed after delete on experiment_exposure
    referencing old table as was for each statement execute function experiment_exposures_removed();

create function experiment_exposures_changed() returns trigger language plpgsql as $$
begin
    perform experiment_count(experiment_id, phase, variation, metric, sum(n))
        from (select experiment_id, phase, variation, case when mixed then 'mixed' else 'exposed' end as metric, 1 as n from changed where not merged
            union all
            select experiment_id, phase, variation, case when mixed then 'mixed' else 'exposed' end, -1 from was where not merged) as both_states
        group by experiment_id, phase, variation, metric having sum(n) <> 0;
    perform experiment_revalue(array(select pseudonym from was union select pseudonym from changed));
    return null;
end $$;
create trigger experiment_exposure_changed after update on experiment_exposure
    referencing old table as was new table as changed for each statement execute function experiment_exposures_changed();

-- The sums of values, with a sign.
create function experiment_values_added() returns trigger language plpgsql as $$
begin
    insert into experiment_delta (experiment_id, phase, variation, metric, n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc)
    select experiment_id, phase, variation, metric, count(*), sum(x), sum(y), sum(b), sum(c), sum(x * x), sum(y * y), sum(b * b), sum(c * c),
        sum(x * y), sum(x * b), sum(x * c), sum(y * b), sum(y * c), sum(b * c)
    from changed group by experiment_id, phase, variation, metric;
    return null;
end $$;
create function experiment_values_removed() returns trigger language plpgsql as $$
begin
    insert into experiment_delta (experiment_id, phase, variation, metric, n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc)
    select experiment_id, phase, variation, metric, -count(*), -sum(x), -sum(y), -sum(b), -sum(c),
        -sum(x * x), -sum(y * y), -sum(b * b), -sum(c * c),
        -sum(x * y), -sum(x * b), -sum(x * c), -sum(y * b), -sum(y * c), -sum(b * c)
    from was group by experiment_id, phase, variation, metric;
    return null;
end $$;
create function experiment_values_changed() returns trigger language plpgsql as $$
begin
    insert into experiment_delta (experiment_id, phase, variation, metric, n, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc)
    select experiment_id, phase, variation, metric, sum(s), sum(s * x), sum(s * y), sum(s * b), sum(s * c),
        sum(s * x * x), sum(s * y * y), sum(s * b * b), sum(s * c * c),
        sum(s * x * y), sum(s * x * b), sum(s * x * c), sum(s * y * b), sum(s * y * c), sum(s * b * c)
    from (select 1 as s, * from changed union all select -1, * from was) as both_states
    group by experiment_id, phase, variation, metric;
    return null;
end $$;
create trigger experiment_value_added after insert on experiment_value
    referencing new table as changed for each statement execute function experiment_values_added();
create trigger experiment_value_removed after delete on experiment_value
    referencing old table as was for each statement execute function experiment_values_removed();
create trigger experiment_value_changed after update on experiment_value
    referencing old table as was new table as changed for each statement execute function experiment_values_changed();

-- What recounts found: the greatest difference between a sum that was kept and one that was made again. It must be 0.
create table experiment_recount (
    experiment_id text        not null,
    phase         integer     not null,
    at            timestamptz not null,
    units         bigint      not null,
    difference    numeric     not null,
    -- The sum that differs most, in words; empty when none does.
    worst         text        not null,
    primary key (experiment_id, phase, at)
);

-- The effect as it was seen each day, so that a report shows it over time.
create table experiment_look (
    experiment_id text        not null,
    phase         integer     not null,
    day           date        not null,
    seen_at       timestamptz not null,
    report        text        not null,
    primary key (experiment_id, phase, day)
);

-- How many units a phase was planned for, from the first hundred of its control: it must not follow the results.
create table experiment_plan (
    experiment_id text        not null,
    phase         integer     not null,
    units         bigint      not null,
    made_at       timestamptz not null,
    primary key (experiment_id, phase)
);
