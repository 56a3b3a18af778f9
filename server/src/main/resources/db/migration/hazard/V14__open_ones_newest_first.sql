-- Open hazards of a street, newest first: gathering and sorting them took fifteen milliseconds where ten million hazards
-- leave sixteen hundred open ones. States of open work keep that order too.
create index hazard_open_newest_idx on hazard.hazard (street_key, reported_at desc, id desc) where open;
drop index hazard.hazard_open_idx;
create index hazard_open_idx on hazard.hazard (street_key, state, reported_at desc, id desc) where open;
