-- The campaigns that wanted a placement, the best first, with what was expected of each: what thousands of decisions have in common, so that each
-- keeps only who was stopped by which rule. Says nothing of anybody; goes when no decision can name it any more.
create table decision_lineup (
    digest  text        not null primary key,
    lineup  text        not null,
    used_at timestamptz not null
);

-- What was written in full names no line-up.
update decision set trace = null where trace is not null;
