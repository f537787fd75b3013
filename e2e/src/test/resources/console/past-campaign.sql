-- What a shop's campaigns and experiments looked like after three weeks, as rows: through the API all of it could only begin now.

-- A campaign with a comparison group: 28,000 people over twenty days, so that its numbers stand out of the guard's noise.
insert into campaign (id, state, running_version, newest_version, revision) values ('tea-weeks', 'running', 1, 1, 3);
insert into campaign_version (campaign_id, version, stage, definition, author, made_at) values ('tea-weeks', 1, 'approved', '{
    "name": "Tea weeks", "kind": "coupon", "placements": ["home"], "holdout": 0.3, "goal": {"metric": "conversion", "within": "P7D"},
    "value": {"amount": 12, "currency": "EUR"}, "cost": {"amount": 1, "currency": "EUR"}, "budget": {"amount": 900, "currency": "EUR"},
    "variations": [{"id": "warm", "content": {"en": {"title": "Tea for cold days", "body": "Ten percent off until Sunday."},
        "zh": {"title": "冬日暖茶", "body": "周日前九折。"}}}]}', 'mara', now() - interval '21 days');
insert into campaign_deed (campaign_id, version, deed, actor, at, note) values
    ('tea-weeks', 1, 'save', 'mara', now() - interval '21 days', ''),
    ('tea-weeks', 1, 'submit', 'mara', now() - interval '21 days', 'for the cold days'),
    ('tea-weeks', 1, 'approve', 'max', now() - interval '20 days', 'fine');
insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at)
    select 'tea-weeks', 1, 'past-tea-' || n, n % 10 < 3, case when n % 10 < 3 then '' else 'warm' end,
        now() - interval '20 days' + make_interval(mins => n) from generate_series(1, 28000) n;
insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)
    select 'past-tea-' || n, 'past-tea-' || n, 1500 + n * 7919 % 4000, 'EUR',
        now() - interval '20 days' + make_interval(mins => n + 60 + n * 613 % 2000)
    from generate_series(1, 26000) n where n * 7919 % 100 < case when n % 10 < 3 then 14 else 27 end;
insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, clicked_at)
    select 'past-tea-' || n || '-' || c, 'tea-weeks', 1, 'warm', 'past-tea-' || n, 'home',
        now() - interval '20 days' + make_interval(mins => n + c * 30),
        case when (n * 31 + c * 17) % 100 < 24 - 4 * c then now() - interval '20 days' + make_interval(mins => n + c * 30 + 1) end
    from generate_series(1, 28000) n, generate_series(1, 3) c where n % 10 >= 3 and c <= 1 + n % 3;

-- One that learns which of three titles is shown: what came of 1 500 contacts, and thirty epochs of weights.
insert into campaign (id, state, running_version, newest_version, revision) values ('cup-colours', 'running', 1, 1, 3);
insert into campaign_version (campaign_id, version, stage, definition, author, made_at) values ('cup-colours', 1, 'approved', '{
    "name": "Colours of cups", "kind": "cross_sell", "placements": ["cart"], "holdout": 0,
    "assignment": {"bandit": {"policy": "thompson", "goal": "clicks", "floor": 0.05, "within": "PT1H"}},
    "variations": [{"id": "red", "content": {"en": {"title": "Red cups", "body": "New in."}}},
        {"id": "blue", "content": {"en": {"title": "Blue cups", "body": "New in."}}},
        {"id": "white", "content": {"en": {"title": "White cups", "body": "New in."}}}]}', 'max', now() - interval '16 days');
insert into campaign_deed (campaign_id, version, deed, actor, at, note) values
    ('cup-colours', 1, 'save', 'max', now() - interval '16 days', ''), ('cup-colours', 1, 'approve', 'mara', now() - interval '15 days', '');
create temporary table seen as
    select n, case when n <= 300 or n % 10 = 0 then (array['red', 'blue', 'white'])[1 + n % 3] when n % 10 < 7 then 'blue' else 'white' end as variation,
        n * 7919 % 1000 as luck, now() - interval '15 days' + make_interval(mins => n * 14) as at from generate_series(1, 1500) n;
insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, clicked_at, propensity, context)
    select 'past-cups-' || n, 'cup-colours', 1, variation, 'past-cups-' || n, 'cart', at,
        case when luck < case variation when 'red' then 60 when 'blue' then 150 else 110 end then at + interval '1 minute' end, 0.4, 0 from seen;
insert into bandit_weights (campaign_id, campaign_version, epoch, weights, evidence, computed_at)
    select 'cup-colours', 1, e,
        json_build_object('0', json_agg(round((0.05 + 0.85 * weight / total)::numeric, 4) order by place))::text,
        json_agg(json_build_object('context', 0, 'variation', variation, 'rewards',
            json_build_object('n', shown, 'sum', clicked, 'squares', clicked)) order by place)::text,
        now() - interval '15 days' + make_interval(mins => e * 50 * 14)
    from (select e, variation, array_position(array['red', 'blue', 'white'], variation) as place, shown, clicked,
            exp(sqrt(shown) * (clicked + 1.0) / (shown + 10)) as weight,
            sum(exp(sqrt(shown) * (clicked + 1.0) / (shown + 10))) over (partition by e) as total
        from (select e, variation, count(*) as shown,
                count(*) filter (where luck < case variation when 'red' then 60 when 'blue' then 150 else 110 end) as clicked
            from generate_series(1, 30) e join seen on n <= e * 50 group by e, variation) counted) weighed
    group by e;
insert into bandit_release (campaign_id, campaign_version, number, evidence, released_at)
    select campaign_id, campaign_version, epoch, evidence, computed_at from bandit_weights where campaign_id = 'cup-colours';
drop table seen;

-- One whose budget was allocated.
insert into campaign (id, state, running_version, newest_version, revision) values ('back-again', 'running', 1, 1, 3);
insert into campaign_version (campaign_id, version, stage, definition, author, made_at) values ('back-again', 1, 'approved', '{
    "name": "Come back", "kind": "win_back", "placements": ["home"], "holdout": 0, "assignment": "allocated",
    "budget": {"amount": 600, "currency": "EUR"}, "cost": {"amount": 2, "currency": "EUR"},
    "variations": [{"id": "five", "weight": 0.5, "content": {"en": {"title": "Five euros for you", "body": "Until Friday."}}},
        {"id": "ten", "weight": 0.5, "content": {"en": {"title": "Ten percent for you", "body": "Until Friday."}}}]}', 'mara', now() - interval '6 days');
insert into campaign_deed (campaign_id, version, deed, actor, at, note) values
    ('back-again', 1, 'save', 'mara', now() - interval '6 days', ''), ('back-again', 1, 'approve', 'max', now() - interval '5 days', '');
insert into coupon_allocation_report (campaign_id, made_at, report) values ('back-again', now() - interval '5 days', '{
    "campaign": "back-again", "version": 1, "madeAt": "2026-11-22T09:00:00Z", "people": 640, "byVariation": {"five": 148, "ten": 87},
    "value": 141200.0, "cost": 59800.0,
    "fairness": {"groups": [{"name": "buyer", "people": 310, "share": 0.39, "meanCost": 102.0, "meanValue": 241.0},
        {"name": "newcomer", "people": 290, "share": 0.34, "meanCost": 88.0, "meanValue": 205.0}], "parity": 0.87},
    "standIns": []}');
insert into campaign_effect (campaign_id, campaign_version, treated, held_out, effect, error, measured_at)
    values ('tea-weeks', 1, 490, 210, 0.118, 0.031, now());
update campaign_stamp set changes = changes + 1;

-- An experiment of twelve days, looked at every day: 28,000 people, so that its numbers stand out of the guard's noise.
insert into experiment values ('shipping-in-cart', 'running', 1, '{
    "name": "Shipping in the cart", "hypothesis": "Who sees the cost of shipping in the cart already orders more often.",
    "flag": "shipping-in-cart", "unit": "person",
    "variations": [{"key": "as-it-was", "name": "As it was", "weight": 0.5, "value": false}, {"key": "in-cart", "name": "In the cart", "weight": 0.5, "value": true}],
    "metrics": [{"metric": "conversion", "role": "goal"}, {"metric": "revenue-per-person", "role": "secondary"},
        {"metric": "refunds", "role": "guardrail", "margin": 0.1}],
    "decision": {"method": "sequential", "alpha": 0.05, "minimumEffect": 0.1, "power": 0.8, "looks": 5}}', now() - interval '13 days');
insert into experiment_phase (experiment_id, phase, definition, seed, started_at)
    select id, 1, definition, 'shipping-in-cart/1', now() - interval '12 days' from experiment where id = 'shipping-in-cart';
insert into experiment_exposure (experiment_id, phase, unit, pseudonym, variation, propensity, first_at)
    select 'shipping-in-cart', 1, 'past-ship-' || n, 'past-ship-' || n, case when n % 2 = 0 then 'as-it-was' else 'in-cart' end, 0.5,
        now() - interval '12 days' + make_interval(secs => n * 36) from generate_series(1, 28000) n;
insert into metric_fact (message_id, measure, pseudonym, session_id, value, at)
    select 'past-ship-' || n || m, m, 'past-ship-' || n, '', case when m = 'PURCHASE/count' then 1 else 18 + n * 7919 % 40 end,
        now() - interval '12 days' + make_interval(secs => n * 36 + 1800)
    from generate_series(1, 28000) n, unnest(array['PURCHASE/count', 'PURCHASE/revenue/EUR']) m
    where n * 7919 % 1000 < case when n % 2 = 0 then 200 else 208 end;
insert into experiment_look (experiment_id, phase, day, seen_at, report)
    select 'shipping-in-cart', 1, (now() at time zone 'UTC')::date - 12 + d, now() - make_interval(days => 12 - d), json_build_object(
        'day', ((now() at time zone 'UTC')::date - 12 + d)::text, 'units', 2400 * d, 'share', d / 17.0, 'decided', true, 'decision', 'keep_going',
        'variation', '', 'because', 'Keep going until about ' || ((now() at time zone 'UTC')::date + 5)::text || ': so far there are ' || round(100 * d / 17.0)
            || ' % of the planned units.',
        'points', json_build_array(
            json_build_object('metric', 'conversion', 'variation', 'in-cart', 'relative', true, 'value', effect,
                'low', effect - 0.4 / sqrt(d), 'high', effect + 0.4 / sqrt(d), 'statistic', effect * sqrt(d) / 0.13, 'boundary', 2.95 + 0.6 / d),
            json_build_object('metric', 'refunds', 'variation', 'in-cart', 'relative', true, 'value', 0.02,
                'low', 0.02 - 0.5 / sqrt(d), 'high', 0.02 + 0.5 / sqrt(d), 'statistic', 0.1, 'boundary', 2.95)))::text
    from (select d, 0.04 + 0.16 * sin(d * 1.3) / d as effect from generate_series(1, 11) d) days;
update experiment_stamp set changes = changes + 1;

-- Who looked at pages before has a new day of numbers.
delete from guard_day;
