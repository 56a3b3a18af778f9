-- The unit that was checked sees the check; the files linked so far become visible to it, too.
update attachment.link l
set subject_unit_id = c.object_unit_id
from inspection."check" c
where l.owner_kind = 'check' and l.owner_id = c.id and c.object_unit_id is not null;
