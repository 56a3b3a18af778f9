-- What was fixed on the spot never had a deadline; the moment of fixing used to stand in its place.
update hazard.hazard set due_at = null where fixed_on_spot and assigned_at is null and due_at is not null;
