-- By which privacy-service knows what it disclosed: the platform's digest for a removal, also of a person who was erased meanwhile.
alter table audience_member add column disclosure uuid;
alter table audience_gone add column disclosure uuid;
