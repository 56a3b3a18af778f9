-- A record may be held by one unit and be about another, as a check is: both may open its files.
alter table attachment.link add column subject_unit_id uuid;
