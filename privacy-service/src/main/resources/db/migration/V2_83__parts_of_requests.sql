-- An erasure is of a person: each further pseudonym, of a browser or of an older key, is a part of the request with receipts of its own.
alter table subject_request
    add column part_of         uuid references subject_request,
    add column part_kind       text,
    add column shared_browsers integer not null default 0,
    add column held_browsers   integer not null default 0;
create index subject_request_parts on subject_request (part_of) where part_of is not null;
