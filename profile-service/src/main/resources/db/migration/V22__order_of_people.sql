-- Everybody is read page by page in the order of the characters of their pseudonyms (EventsOfPeople.page), which is the order that a job's
-- cursor relies on. A database's own collation may have another one.
alter table person_events alter column pseudonym type text collate "C";
alter table browser alter column pseudonym type text collate "C", alter column known type text collate "C";
