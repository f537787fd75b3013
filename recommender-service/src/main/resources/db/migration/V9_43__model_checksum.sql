-- The SHA-256 of a model's file, in hexadecimal: another file isn't taken into use. Models from before have none.
alter table model add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$');
