-- When a point was written, so that one whose text is in no article any more can be removed without racing who has just written another.
alter table passage_vector add column written_at timestamptz not null default clock_timestamp();
