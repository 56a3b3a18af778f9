-- A month of deadlines is counted without looking at the rows of the table.
drop index deadline.running_deadline_area_idx;
-- "What falls due here on which day": by area and due date, with what the counts are divided by.
create index running_deadline_area_idx on deadline.running_deadline (area_key, due_at) include (subject, kind, unit_id);
