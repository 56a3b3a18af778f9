-- The one unit a file's record was about becomes one of several; only checks and joint actions had one.
update attachment.link set subject_unit_ids = array[subject_unit_id] where subject_unit_id is not null;
alter table attachment.link drop column subject_unit_id;
