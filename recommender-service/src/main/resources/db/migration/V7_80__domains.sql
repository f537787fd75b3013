-- To which domain what a person did belongs, as its event or its product said; null: nobody said it then.
alter table interaction add column domain text;
