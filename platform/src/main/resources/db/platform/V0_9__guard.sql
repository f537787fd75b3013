-- The answer that was given to a question about numbers of people, noise included: it stays, so that nobody gets a second draw.
-- A question is kept as its SHA-256. Nobody is in it.
create table guard_release (
    question    text        primary key,
    figures     float8[]    not null,
    deviations  float8[]    not null,
    released_at timestamptz not null
);

-- How many new answers a reader (somebody who works here, or a service) had on a day (UTC). Earlier days are deleted.
create table guard_day (
    reader  text not null,
    day     date not null,
    answers int  not null,
    primary key (reader, day)
);
create index guard_day_day on guard_day (day);
