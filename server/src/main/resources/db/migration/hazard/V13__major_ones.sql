-- Major hazards are few and asked for often; among all others they would be looked for row by row.
create index hazard_major_idx on hazard.hazard (street_key, reported_at desc, id desc) where grade = 'MAJOR';
