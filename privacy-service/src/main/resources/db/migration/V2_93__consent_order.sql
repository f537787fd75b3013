-- States of consents are ordered by epoch, version and revision. The epoch grows when this database went back and has taken over what the topic of
-- consents knew beyond it; a revision is drawn for each state that is told again under the same version.
create table consent_epoch (
    only_row boolean primary key default true check (only_row),
    epoch    bigint  not null check (epoch >= 0)
);
insert into consent_epoch (epoch) values (0);
create sequence consent_revision;
