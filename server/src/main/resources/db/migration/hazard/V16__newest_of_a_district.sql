-- What is open, and what is major, of many streets, newest first: without these the newest of all are walked until
-- enough of them are found, which a busy week with everything settled makes long.
create index hazard_open_anywhere_idx on hazard.hazard (reported_at desc, id desc) where open;
create index hazard_major_anywhere_idx on hazard.hazard (reported_at desc, id desc) where grade = 'MAJOR';
