-- Since when a purpose is refused without a yes between: what no purpose holds is deleted a term after that, and a no that is said again
-- doesn't begin the term anew. Of refusals by a signal or a rule nothing is known from before.
alter table consent_fence add column refused_since timestamptz;

update consent_fence f
set refused_since = (
    select min(v.changed_at)
    from consent_version v join consent_statement s on s.version_id = v.id
    where v.pseudonym = f.pseudonym and s.purpose = f.purpose
        and v.version > coalesce(
            (select max(y.version)
             from consent_version y join consent_statement t on t.version_id = y.id
             where y.pseudonym = f.pseudonym and t.purpose = f.purpose
                 and t.status in ('grant', 'grant_parental', 'grant_despite_gpc')), 0));
