-- A correction changes what a check found, not when it was made and by whom: the first of the chain says so.
create or replace view inspection.pub_check as
    select c.id, c.task_id, l.code as checklist_code, v.domain, c.object_id, c.area_key, first.inspector_id,
           first.submitted_at as at, c.items, c.failed_items
    from inspection."check" c
    join inspection."check" first on first.id = c.root_id
    join inspection.checklist_version v on v.id = c.checklist_version_id
    join inspection.checklist l on l.id = v.checklist_id
    where c.state = 'SUBMITTED' and c.outcome = 'CHECKED';
-- From the first of a chain, which says when and by whom, to the version that counts.
create index check_root_idx on inspection."check" (root_id) where state = 'SUBMITTED';
