-- Reports count units by experiment_value at each read and show what the guard releases (ADR 78): nothing is added to experiment_delta any more,
-- and nothing reads it, experiment_sum, experiment_total or experiment_recount. They stay for the version before, which makes its sums again each night.
drop trigger experiment_value_added on experiment_value;
drop trigger experiment_value_removed on experiment_value;
drop trigger experiment_value_changed on experiment_value;

create or replace function experiment_exposures_added() returns trigger language plpgsql as $$
begin
    perform experiment_revalue(array(select distinct pseudonym from changed));
    return null;
end $$;

create or replace function experiment_exposures_removed() returns trigger language plpgsql as $$
begin
    perform experiment_revalue(array(select distinct pseudonym from was));
    return null;
end $$;

create or replace function experiment_exposures_changed() returns trigger language plpgsql as $$
begin
    perform experiment_revalue(array(select pseudonym from was union select pseudonym from changed));
    return null;
end $$;

-- Since when the metrics are others than those that the values of a phase were made by; null: they are the same.
alter table experiment_phase add column revalue_since timestamptz;
update experiment_phase p set revalue_since = now()
where not exists (
    select from experiment_recount r where r.experiment_id = p.experiment_id and r.phase = p.phase
        and r.at >= (select max(changed_at) from metric));
