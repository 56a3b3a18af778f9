-- How many tasks of a plan are open, and how many of these are overdue, for the list of plans: from the index alone.
create index task_open_plan_due_idx on inspection.task (plan_id, due_at) where done_at is null and cancelled_at is null;
