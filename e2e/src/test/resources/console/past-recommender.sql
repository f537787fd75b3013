-- What was shown in four weeks and what became of it, as rows: through the API all of it would have happened now.
insert into product (product_id, title, category_path, brand, price_minor, currency, url, image_url, purchasable, preorder, source_time)
    select 'past-' || n, (array['Green tea', 'Black tea', 'Coffee beans', 'Cup', 'Pot'])[1 + n % 5] || ' ' || n,
        array['Kitchen', (array['Tea', 'Tea', 'Coffee', 'Cups', 'Pots'])[1 + n % 5]], (array['Leaf', 'Bean', 'Clay'])[1 + n % 3],
        400 + n * 137 % 5000, 'EUR', '', '', true, false, now() - interval '40 days'
    from generate_series(1, 60) n;
insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training)
    select 'past-rec-' || n * 13 % 160, 'past-' || 1 + (n * 7919 % 60) * (n * 104729 % 60) / 60, 1, 1,
        now() - make_interval(hours => n * 17 % 670), 'past-rec-' || n, true, true
    from generate_series(1, 2400) n;
insert into exposure (exposure_id, decision_id, pseudonym, placement, product_id, position, score, propensity, source, model_version, personalized,
        exposed_at, clicked_at, ordered_at, paid_minor, currency)
    select 'past-' || l, 'past-' || l, 'past-rec-' || l * 13 % 2560, (array['home', 'product', 'cart'])[1 + l % 3],
        'past-' || 1 + (l * 7919 + p * 31) % 60 * (1 + (l + p) % 4) / 4, p, 1.0 / p, 1, (array['ease', 'visits', 'popular'])[1 + (l + p) % 3], 'past-1', l % 4 > 0,
        at, case when luck < 90 + l / 400 - 6 * p then at + interval '1 minute' end,
        case when luck < 22 + l / 1600 - 2 * p then at + interval '20 minutes' end,
        case when luck < 22 + l / 1600 - 2 * p then 400 + l * 37 % 3000 end, case when luck < 22 + l / 1600 - 2 * p then 'EUR' end
    from (select l, p, (l * 7919 + p * 104729) % 1000 as luck, now() - make_interval(secs => 2418000 - l * 97) as at
        from generate_series(1, 24640) l, generate_series(1, 6) p) shown;

-- Conversations of four weeks, and questions that nothing answers.
insert into assistant_outcome (conversation_id, pseudonym, language, variation, begun_at, answers, unsure, handed_over, stars)
    select gen_random_uuid(), 'past-chat-' || n, case when n % 3 = 0 then 'zh' else 'en' end, 'usual', now() - make_interval(mins => n * 7),
        2 + n % 3, case when n % 7 = 0 then 1 else 0 end, n * 7919 % 100 < 10 + n / 340, case when n % 5 = 0 then 3 + n % 3 end
    from generate_series(1, 5400) n;
insert into assistant_unanswered (id, conversation_id, pseudonym, language, question, point, asked_at)
    select gen_random_uuid(), gen_random_uuid(), 'past-chat-' || n, case when n % 3 = 0 then 'zh' else 'en' end,
        case when n % 3 = 0 then '可以分三期付款吗？' when n % 3 = 1 then 'Can I pay in three parts?' else 'Do you engrave names on cups?' end,
        '{}', now() - make_interval(mins => n * 9)
    from generate_series(1, 900) n;
