-- Country and class of device of what a person did, where the purposes that were granted allow to keep them.
alter table interaction add column country text;
alter table interaction add column device text;
