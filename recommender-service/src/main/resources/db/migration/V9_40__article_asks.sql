-- How people ask for what an article says, in the editor's words; a part of the version like its text.
alter table article_version add column asks text[] not null default '{}';
