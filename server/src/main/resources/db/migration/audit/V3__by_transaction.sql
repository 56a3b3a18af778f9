-- What was not yet final when the trail was last sealed was written by transactions from a known one on.
create index entry_xid_idx on audit.entry (xid);
