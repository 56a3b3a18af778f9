-- The board counts running clocks by their state without looking at the rows of the table.
drop index hazard.hazard_street_due_idx;
-- "Due first" of a street, a community or a grid, and how many are breached, near, in time and paused: equality on the
-- street keeps the order, what decides the state and the community lies in the index besides.
create index hazard_street_due_idx on hazard.hazard (street_key, clock_due_at, id)
    include (clock_near_at, clock_paused_at, community_key, clock) where clock is not null;
