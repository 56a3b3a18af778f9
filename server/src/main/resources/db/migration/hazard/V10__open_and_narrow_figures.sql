-- Figures read open rows by themselves, and narrow to the street or community whose index is in time order (ADR 0051).
create or replace view hazard.pub_hazard as
select id, number, domain, grade, source, state, area_key, unit_id, object_id, reported_at, confirmed_at, assigned_at,
       due_at, submitted_at, closed_at, rejected_at, fixed_on_spot, returned_count, handed_back_count, closed_in_time,
       open, street_key, community_key
from hazard.hazard;
