-- The column pseudonym of an erased subject and of its requests has the mark from now on: a keyed hash (platform, ErasureMarks).
-- Which pseudonym key made it tells nothing of the person, and whoever retires a key wants to know how many there are.
alter table erased_subject add column key_id text not null default '';
update erased_subject set key_id = split_part(pseudonym, '.', 2);
-- After an older backup was put back, an erasure is known by the topic and its request is not.
alter table erased_subject drop constraint erased_subject_request_id_fkey;
