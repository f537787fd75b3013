-- By purpose, the version that refused it last; one row a subject. A message that was let in under it or an earlier version may not be
-- used for the purpose any more, even when it was granted again.
create table consent_fence (
    pseudonym text   not null,
    purpose   text   not null,
    version   bigint not null,
    primary key (pseudonym, purpose)
);

insert into consent_fence (pseudonym, purpose, version)
select v.pseudonym, s.purpose, max(v.version)
from consent_version v join consent_statement s on s.version_id = v.id
where s.status not in ('grant', 'grant_parental')
group by v.pseudonym, s.purpose;
