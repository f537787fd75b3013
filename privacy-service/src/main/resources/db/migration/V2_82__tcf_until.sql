-- When a yes by the TCF string is over: 13 months after the person chose last. Without it a string is over.
alter table consent_version add column tcf_until timestamptz;
