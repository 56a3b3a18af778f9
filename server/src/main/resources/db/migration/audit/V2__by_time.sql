-- Readers look for entries by the time of the act and by the id of a record, whose kind they need not know.
-- Entries are written nearly in the order of their time: a few ranges of pages answer "what happened on these days".
create index entry_at_idx on audit.entry using brin (at) with (pages_per_range = 32);
-- "Everything that happened to this record", newest first; few ids belong to records of two kinds.
drop index audit.entry_subject_idx;
create index entry_subject_idx on audit.entry (subject_id, id);
