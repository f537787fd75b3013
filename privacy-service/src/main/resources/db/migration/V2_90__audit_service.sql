-- Where something was done, to be searched for. Entries of privacy-service itself don't say it.
create index audit_leaf_service on audit_leaf ((coalesce(entry::jsonb -> 'data' ->> 'service', 'privacy-service')), leaf_index);
