-- Longest overdue now: open ones in the order of their deadline.
create index hazard_open_overdue_idx on hazard.hazard (due_at, id) where open;
-- Overdue at a moment of the past: what was settled later than due, by the time between. The two bounds are in order
-- whatever row the expression is asked about.
create index hazard_settled_late_idx on hazard.hazard
    using gist (tstzrange(due_at, greatest(due_at, closed_at, rejected_at), '[]'))
    where not open and due_at < greatest(closed_at, rejected_at);
