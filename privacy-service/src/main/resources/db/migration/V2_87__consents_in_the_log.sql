-- A row of consents is looked up by its receipt when the log is verified.
create index audit_leaf_receipt on audit_leaf (((entry::jsonb -> 'data') ->> 'receipt'))
    where ((entry::jsonb -> 'data') ->> 'receipt') is not null;
