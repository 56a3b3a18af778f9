-- What the analysis of common problems reads: besides the figures the words, the place, and how often it came back.
create view hazard.pub_case as
select id, number, description, domain, grade, source, state, open, area_key, street_key, unit_id, object_id, place,
       reported_at, closed_at, reopened_count
from hazard.hazard;
