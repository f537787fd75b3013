-- A third kind of yes: by a person who was asked about the Global Privacy Control signal. It ends with its notice like the others.
drop index consent_statement_granted;
create index consent_statement_granted on consent_statement (notice_version, purpose, version_id)
    where status in ('grant', 'grant_parental', 'grant_despite_gpc');
