-- The consent under which the door let the event in: a refusal since then takes it out of use, also after a new grant. What was
-- kept before this column may be used until the next refusal.
alter table interaction add column consent_version bigint not null default 0;
