-- A record may be about several units besides the one that holds it, each of which sees its files: all that take part in
-- a joint action. What the single column says is taken over where checks fill it last.
alter table attachment.link add column subject_unit_ids uuid[] not null default '{}';
