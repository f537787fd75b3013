-- Sizes are the guard's (db/platform, V0_9), and who entered and left on a day is not counted any more. The columns entered, left_it and
-- segment.told_size and the table segment_preview have no reader from here on. Exact sizes of before are not shown beside guarded ones.
alter table segment_day alter column entered set default 0;
alter table segment_day alter column left_it set default 0;
update segment_day set entered = 0, left_it = 0, told = null;
update segment set told_size = null;
delete from segment_preview;
